package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func (a *app) importCalendar() *cobra.Command {
	var dry bool
	var as, whose string
	var named, hosts []string
	c := &cobra.Command{
		Use: "import FILE.ics|FILE.eml [--dry-run] [--as meetings|busy] [--for PERSON-ID] [--zone NAME=ZONE] [--organizer ADDRESS=PERSON|RELATIONSHIP-ID]", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("as") {
				if err := oneOf(as, []string{string(planner.CalendarAsMeetings), string(planner.CalendarAsBusy)}); err != nil {
					return err
				}
			}
			file, err := openFile(c.Context(), args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			p, err := a.openFor(c.Context(), dry)
			if err != nil {
				return err
			}
			if c.Flags().Changed("for") && whose == "" {
				return misused(core.FailField(core.CodeRequired, "id"))
			}
			defer p.CalendarFiles.Lean()()
			way := planner.CalendarWay{As: planner.CalendarAs(as)}
			if way.Zones, err = zonesOf(named); err != nil {
				return err
			}
			if way.Hosts, err = hostsOf(c.Context(), p, hosts); err != nil {
				return err
			}
			plan, err := readCalendar(c.Context(), p, file, filepath.Base(args[0]), way, whose)
			if err != nil {
				return atPath(err, args[0])
			}
			if !dry { // before anything is said of it: what could not be done is not told as done
				told := a.progress()
				err := p.CalendarFiles.Import(c.Context(), plan, told.done)
				if told.end(); err != nil {
					return err
				}
			}
			if err := a.printCalendarPlan(c.Context(), plan); err != nil {
				return err
			}
			if plan.New+plan.Changed+plan.Same == 0 && plan.Refused > 0 {
				return core.Fail(core.CodeNothingTaken, "path", args[0], "n", plan.Refused)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "")
	c.Flags().StringVar(&as, "as", "", "")
	c.Flags().StringVar(&whose, "for", "", "")
	c.Flags().StringArrayVar(&named, "zone", nil, "")
	c.Flags().StringArrayVar(&hosts, "organizer", nil, "")
	return c
}

// zonesOf reads which zones are meant by names that nobody knows: "Head office=Europe/Berlin".
func zonesOf(named []string) (map[string]core.Zone, error) {
	out := map[string]core.Zone{}
	for _, one := range named {
		at := strings.LastIndexByte(one, '=')
		if at < 1 {
			return nil, wrong(func(w *locale.Words) string { return w.T("ctl.bad_zone_name", "value", core.Excerpt(one)) })
		}
		zone := core.Zone(one[at+1:])
		if _, err := zone.Location(); err != nil {
			return nil, misused(err)
		}
		out[core.Excerpt(one[:at])] = zone
	}
	return out, nil
}

// hostsOf reads who invites by addresses that nobody here has: "kim@example.org=7f3a", "kim@example.org=mentor",
// "kim@example.org=7f3a:mentor"; or in which relationship, by the id of that.
func hostsOf(ctx context.Context, p *planner.Planner, said []string) (map[string]planner.Host, error) {
	out := map[string]planner.Host{}
	for _, one := range said {
		email, who, both := strings.Cut(one, "=")
		if !both || email == "" || who == "" {
			return nil, wrong(func(w *locale.Words) string { return w.T("ctl.bad_organizer", "value", core.Excerpt(one)) })
		}
		id, role, _ := strings.Cut(who, ":")
		host := planner.Host{Role: core.Role(role)}
		switch host.Role {
		case "", core.RoleMentor, core.RoleMentee:
		default:
			return nil, wrong(func(w *locale.Words) string { return w.T("ctl.bad_organizer", "value", core.Excerpt(one)) })
		}
		if id == string(core.RoleMentor) || id == string(core.RoleMentee) {
			host.Role = core.Role(id)
		} else {
			var err error
			if host.Person, host.Relationship, err = personOrRelationship(ctx, p, id); err != nil {
				return nil, err
			}
		}
		out[email] = host
	}
	return out, nil
}

// personOrRelationship finds the person, or else the relationship, that an id names.
func personOrRelationship(ctx context.Context, p *planner.Planner, id string) (person, rel core.ID, err error) {
	if person, err = p.Find(ctx, core.KindPerson, id); core.CodeOf(err) == core.CodeNotFound {
		if found, e := p.Find(ctx, core.KindRelationship, id); core.CodeOf(e) != core.CodeNotFound {
			return core.ID{}, found, e
		}
	}
	return person, core.ID{}, err
}

// printUnknown says whose invitations can't be answered yet, what becomes of them meanwhile, and how they can be.
func (a *app) printUnknown(plan *planner.CalendarPlan) {
	fate := a.words().T("ctl.host_fate_busy")
	if plan.MeetingsOnly() {
		fate = a.words().T("ctl.host_fate_skipped")
	}
	for _, u := range plan.Unknown {
		if len(u.Ties) > 0 {
			a.printTies(u, fate)
			continue
		}
		key, name := "ctl.host_unknown", u.Name
		for _, p := range plan.Known {
			if p.ID == u.Person {
				key, name = "ctl.host_known", p.Name
			}
		}
		fmt.Fprintln(a.out, a.words().T(key, "email", core.CleanLine(u.Email), "fate", fate, "name", core.CleanLine(name), "id", u.Person.String()))
	}
}

// printTies says in which relationships somebody may invite.
func (a *app) printTies(u planner.UnknownHost, fate string) {
	w := a.words()
	fmt.Fprintln(a.out, w.T("ctl.host_several", "email", core.CleanLine(u.Email), "fate", fate))
	for _, t := range u.Ties {
		fmt.Fprintln(a.out, "  "+w.T("ctl.host_tie", "id", t.Relationship.String(), "name", core.CleanLine(t.Name), "role", w.T("role."+string(t.Role))))
	}
}

// readCalendar plans the import of a file: as the owner's, or as the days off of somebody.
func readCalendar(ctx context.Context, p *planner.Planner, in io.Reader, name string, way planner.CalendarWay, whose string) (_ *planner.CalendarPlan, err error) {
	if whose != "" {
		if way.As == planner.CalendarAsMeetings {
			return nil, core.FailField(core.CodeBadChoice, "as", "value", string(way.As))
		}
		if way.Away, err = personOrMe(ctx, p, whose); err != nil {
			return nil, err
		}
	}
	return p.CalendarFiles.ReadIn(ctx, name, in, way)
}

// printCalendarPlan shows what an import does with each event that it changes, and each that it can't take.
func (a *app) printCalendarPlan(ctx context.Context, plan *planner.CalendarPlan) error {
	if a.json {
		return a.print(a.calendarJSON(plan))
	}
	home, err := a.homeZone(ctx)
	if err != nil {
		return err
	}
	w := a.words()
	if plan.Whose != "" {
		fmt.Fprintln(a.out, w.T("calfile.away", "name", plan.Whose))
	}
	var refused bounded[core.Code]
	for _, s := range plan.Steps {
		if s.Does == planner.CalendarRefused && !refused.tell(core.CodeOf(s.Err)) {
			continue
		}
		was := ""
		if s.Was != nil {
			was = here(w, s.Was.Start, s.Was.Zone, home)
		}
		what := strings.Join(w.CalendarStep(locale.EventStep{As: s.As, With: s.With, Off: s.Off, Declined: s.Declined, Stranger: s.Stranger, Several: s.Several, Says: s.Says, Free: s.Free, Keeps: s.Keeps, Lasts: s.Lasts, Was: was, From: s.From, Sender: s.Sender, Invites: s.Invites, Alias: s.Alias, Kept: s.Kept, Gone: s.Gone, Busy: s.Busy, Cut: s.Cut, Refused: s.Err}), "; ")
		key := ""
		switch s.Does {
		case planner.CalendarNew:
			key = "ctl.event_new"
		case planner.CalendarChanged:
			key = "ctl.event_changed"
		case planner.CalendarRefused:
			fmt.Fprintln(a.out, w.T("ctl.rejected", "line", s.Line, "name", a.eventName(s, home), "reason", what))
			continue
		default:
			continue
		}
		fmt.Fprintln(a.out, w.T(key, "line", s.Line, "name", a.eventName(s, home), "what", what))
	}
	for _, s := range plan.Replies {
		if s.Does != planner.CalendarRefused || refused.tell(core.CodeOf(s.Err)) {
			a.printReply(s, home)
		}
	}
	for code, n := range refused.more {
		fmt.Fprintln(a.out, w.T("ctl.and_more", "n", n, "what", w.Error(core.Fail(code))))
	}
	a.eachFinding(plan.Findings, func(f core.Finding) string {
		if !f.Lost {
			return a.findingLine(f)
		}
		return w.T("ctl.rejected", "line", f.Line, "name", core.CleanLine(shortName(f.UID)+" "+shortName(f.Title)), "reason", w.Finding(f))
	}, func(s string) { fmt.Fprintln(a.out, s) })
	if unknown := plan.UnknownZones(); len(unknown) > 0 {
		fmt.Fprintln(a.out, w.T("ctl.zones_unknown", "names", w.List(unknown)))
	}
	a.printUnknown(plan)
	if plan.Others > 0 {
		fmt.Fprintln(a.out, w.T("calfile.others", "count", plan.Others))
	}
	return a.tell("ctl.import_sum", "source", plan.Name, "new", plan.New, "changed", plan.Changed, "same", plan.Same, "rejected", plan.Refused)
}

// replyWords is how many runes of what a guest wrote stand in a line.
const replyWords = 160

// printReply shows what an answer says, or why it is not taken.
func (a *app) printReply(s planner.ReplyStep, home core.Zone) {
	w := a.words()
	name := s.Title
	if s.Email != "" {
		name = core.CleanLine(s.Name + " <" + s.Email + ">")
	}
	what := w.CalendarReply(s.Answer, core.Asked{}, s.Whole, core.Date{}, s.Err)
	if s.Err == nil && !s.Start.IsZero() { // as show tells it: with its year, and by what a whole series would recur
		asks := &sheet{w: w}
		what = joined(asks.wanted(planner.GuestStanding{Wants: s.Start, Ends: s.End, Zone: s.Zone, Rule: s.Rule, Was: s.Was}, home), beside(w, s.Start, s.Zone, home))
	}
	if s.Place != "" && s.Err == nil {
		what = w.ProposedPlace(s.Place, s.Whole)
	}
	about := w.ReplyAbout(s.Title, s.Of, core.Date{})
	if s.Said != "" {
		words := " · " + w.Remark(s.Said, replyWords)
		if about += words; s.Err != nil { // what is not taken is read here or nowhere
			what += words
		}
	}
	if s.Asks && s.Err == nil {
		fmt.Fprintln(a.out, w.T("ctl.reply_asks", "line", s.Line, "name", name, "title", s.Title, "id", s.About.String()))
		return
	}
	if s.Delegate != "" {
		about += " · " + w.Delegated(s.Delegate)
	}
	if from := w.ReplySender(s.Email, s.Sender); from != "" {
		about += " · " + from
	}
	switch s.Does {
	case planner.CalendarRefused:
		fmt.Fprintln(a.out, w.T("ctl.rejected", "line", s.Line, "name", name, "reason", what))
	case planner.CalendarSame:
	default:
		fmt.Fprintln(a.out, w.T("ctl.reply_new", "line", s.Line, "name", name, "what", what, "title", about))
	}
}

// eventName names an event by when it begins and its title. Whole days are those of any clock, and have no hour.
func (a *app) eventName(s planner.CalendarStep, home core.Zone) string {
	when := here(a.words(), s.Start, s.Zone, home)
	if s.AllDay {
		when = s.Start.Date.String()
	}
	return core.CleanLine(when + " " + shortName(s.Title))
}

// nameRunes is how many letters of what an event is called stand in a line.
const nameRunes = 80

// shortName gives what an event is called in a file, fit for a terminal: without what would steer that, and the rest cut off visibly.
func shortName(title string) string {
	runes := []rune(core.CleanLine(title))
	if len(runes) > nameRunes {
		return strings.TrimRight(string(runes[:nameRunes-1]), " ") + "…"
	}
	return string(runes)
}
