package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// inviting is what an invitation was asked for.
type inviting struct {
	method, out, original, answer, propose, zone string
	minutes                                      bool // a length was named
	how                                          planner.Sending
}

func (a *app) invite() *cobra.Command {
	var is inviting
	c := &cobra.Command{
		Use: "invite MEETING-ID|SERIES-ID [--occurrence START] --method request|publish|cancel|uninvite|reply|counter|declinecounter [--answer accepted|declined|tentative] [--propose START [--minutes N] [--zone Z]] [--comment TEXT] -o FILE.ics|FILE.eml", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			is.how.Together = c.Flags().Changed("separately") && !is.how.Separately
			is.how.Bare = c.Flags().Changed("agenda") && !is.how.Agenda
			is.minutes, is.how.Answer = c.Flags().Changed("minutes"), core.Answer(is.answer)
			if err := a.fits(&is); err != nil {
				return err
			}
			return a.sendInvitation(c, args[0], &is)
		},
	}
	c.Flags().StringVar(&is.original, "occurrence", "", "")
	c.Flags().StringVar(&is.answer, "answer", "", "")
	c.Flags().StringVar(&is.how.Comment, "comment", "", "")
	c.Flags().StringVar(&is.propose, "propose", "", "")
	minutesVar(c, &is.how.Minutes)
	c.Flags().StringVar(&is.zone, "zone", "", "")
	c.Flags().BoolVar(&is.how.Separately, "separately", false, "")
	c.Flags().BoolVar(&is.how.Agenda, "agenda", false, "")
	c.Flags().BoolVar(&is.how.Present, "present-address", false, "")
	c.Flags().StringVar(&is.method, "method", string(core.MethodRequest), "")
	c.Flags().StringVarP(&is.out, "output", "o", "", "")
	return c
}

// fits refuses what can't go together, before anything is opened.
func (a *app) fits(is *inviting) error {
	if is.out == "" {
		return wrong(func(w *locale.Words) string { return w.T("ctl.output") })
	}
	if err := oneOf(is.method, core.Methods()); err != nil {
		return err
	}
	if err := answerFits(is.method, is.answer, is.how.Comment); err != nil {
		return err
	}
	proposes := is.propose != ""
	if proposes != (is.method == string(core.MethodCounter)) || !proposes && (is.zone != "" || is.minutes) {
		return wrong(func(w *locale.Words) string { return w.T("ctl.propose_counter") })
	}
	if err := a.endsIn(is.out, ".ics", ".eml"); err != nil {
		return err
	}
	if is.method == string(core.MethodPublish) && a.endsIn(is.out, ".ics") != nil {
		return wrong(func(w *locale.Words) string { return w.T("ctl.publish_ics") })
	}
	return nil
}

// sendInvitation writes it, and says what it has written.
func (a *app) sendInvitation(c *cobra.Command, id string, is *inviting) error {
	toNote := func(ctx context.Context) (*planner.Planner, error) { return a.openToNote(ctx, core.KindDispatch) }
	p, err := dated(c.Context(), toNote, func() (err error) {
		if is.propose != "" {
			is.how.Start, is.how.Zone, err = a.proposed(c.Context(), is.propose, is.zone)
		}
		return err
	})
	if err != nil {
		return err
	}
	about, err := a.invited(c.Context(), id, is.original)
	if err != nil {
		return err
	}
	sent, err := p.Invitations.SendAs(c.Context(), about.ID, core.Method(is.method), is.out, is.how)
	if err != nil {
		a.remarkNoAddress(err)
		return err
	}
	if err := a.remarkSent(c, about, sent[0]); err != nil {
		return err
	}
	if err := a.remarkWithout(c.Context(), about, sent[0].Method); err != nil {
		return err
	}
	var others []core.Outsider
	for _, d := range sent {
		others = append(others, d.Others...)
	}
	a.remarkOthers(others)
	a.remarkProgram(sent[0])
	if err := a.remarkFrom(c.Context(), sent[0]); err != nil {
		return err
	}
	made := invitedJSON{File: is.out, Method: sent[0].Method, Off: sent[0].Off, Sequence: sent[0].Sequence}
	if len(sent) > 1 {
		for i := range sent {
			made.Files = append(made.Files, planner.ManyFile(is.out, i, len(sent)))
		}
		return a.done(made, "ctl.invited_each", "file", is.out, "count", len(sent), "n", sent[0].Version())
	}
	return a.done(made, "ctl.invited", "file", is.out, "n", sent[0].Version())
}

// proposed reads the time that is proposed, and the zone on whose clock it was typed: the owner's where none is named.
func (a *app) proposed(ctx context.Context, text, zone string) (core.Civil, core.Zone, error) {
	start, err := a.moment(ctx, text)
	if err != nil || zone != "" || a.p == nil { // it is read twice: the owner is not known yet
		return start, core.Zone(zone), err
	}
	home, err := a.homeZone(ctx)
	return start, home, err
}

// remarkNoAddress says how the owner gets an address, where that is what an invitation lacks.
func (a *app) remarkNoAddress(err error) {
	if slices.ContainsFunc(core.Problems(err), func(e *core.Error) bool { return e.Code == core.CodeNoOrganizer }) {
		a.remark(a.words().T("ctl.no_own_email"))
	}
}

// answerFits refuses a reply without an answer, and an answer in anything else; a proposal may do without.
func answerFits(method, answer, comment string) error {
	if method == string(core.MethodCounter) && answer == "" {
		return nil
	}
	if !core.Method(method).FromGuest() {
		if comment != "" && method != string(core.MethodDeclineCounter) {
			return wrong(func(w *locale.Words) string { return w.T("ctl.comment_reply") })
		}
		if answer != "" {
			return wrong(func(w *locale.Words) string { return w.T("ctl.answer_reply") })
		}
		return nil
	}
	return oneOf(answer, core.Answers())
}

// remarkSent says of a message what whoever sends it may not expect: that the meeting is over, or that a cancellation
// goes to nobody, since the file was only published.
func (a *app) remarkSent(c *cobra.Command, about core.Ref, sent *core.Dispatch) error {
	if sent.Off {
		a.remark(a.words().T("ctl.invited_off"))
	}
	if sent.Method.FromGuest() {
		return nil
	}
	if about.Kind != core.KindMeeting || sent.CallsOff() {
		return nil
	}
	m, err := a.p.Meetings.Get(c.Context(), about.ID)
	if err != nil {
		return err
	}
	home, err := a.homeZone(c.Context())
	if err != nil {
		return err
	}
	if end, err := m.EndAt(); err == nil && end.Before(a.clock().Now()) {
		start, _ := m.On(home)
		a.remark(a.words().T("ctl.invited_past", "time", joined(a.words().Moment(start, core.Date{}), beside(a.words(), m.Start, m.Zone, home))))
	}
	return nil
}

// remarkOthers names to whom a message goes besides the guests, since another calendar of the owner's had invited them.
func (a *app) remarkOthers(others []core.Outsider) {
	if len(others) == 0 {
		return
	}
	names := make([]string, len(others))
	for i, o := range others {
		names[i] = core.CleanLine(cmp.Or(o.Name, o.Email))
	}
	a.remark(a.words().T("ctl.invited_others", "names", a.words().List(names)))
}

// remarkProgram says of a message about what came from another calendar program of the owner's that this writes to its guests itself.
func (a *app) remarkProgram(sent *core.Dispatch) {
	from := a.words().FromProgram(string(planner.ProgramOf(sent.UID)))
	if from != "" && (sent.Method == core.MethodRequest || sent.Method == core.MethodCancel) {
		a.remark(from)
	}
}

// remarkWithout names those who take part and are not invited, since no address of theirs is known, and those who take no part any more
// and still have it on their calendars.
func (a *app) remarkWithout(ctx context.Context, about core.Ref, method core.Method) error {
	if method != core.MethodRequest {
		return nil
	}
	list, err := a.p.Invitations.Guests(ctx, about.ID)
	if err != nil {
		return err
	}
	guests := list.Guests
	if list.All {
		guests = list.Whole
	}
	var names, gone []string
	for _, g := range guests {
		switch {
		case g.State == planner.VersionLeft:
			gone = append(gone, g.Person.Name)
		case g.Person.Email() == "":
			names = append(names, g.Person.Name)
		}
	}
	if len(names) > 0 {
		a.remark(a.words().T("ctl.invited_without", "names", a.words().List(names)))
	}
	if len(gone) == 0 {
		return nil
	}
	tail, err := a.tailOfOwed(ctx, about.ID)
	if err == nil {
		a.remark(a.words().T("ctl.guests_owed", "names", a.words().List(gone), "id", tail, "method", string(core.MethodUninvite)))
	}
	return err
}

func (a *app) report() *cobra.Command {
	var audience, from, to, out, pseudonym string
	var evenNamed bool
	c := &cobra.Command{
		Use: "report RELATIONSHIP-ID --audience mentor|mentee|hr|sponsor --from D --to D -o FILE.pdf", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if out == "" {
				return wrong(func(w *locale.Words) string { return w.T("ctl.output") })
			}
			req := core.ReportRequest{Audience: core.Audience(audience), Language: a.words().Language(), Pseudonym: pseudonym}
			if audience == "" { // who reads it decides what is in it: nobody is taken for granted
				return wrong(func(w *locale.Words) string { return w.T("ctl.audience", "list", strings.Join(audiences(), ", ")) })
			}
			if err := oneOf(audience, audiences()); err != nil {
				return err
			}
			if from == "" || to == "" {
				return wrong(func(w *locale.Words) string { return w.T("ctl.period") })
			}
			if err := a.endsIn(out, ".pdf"); err != nil {
				return err
			}
			toNote := func(ctx context.Context) (*planner.Planner, error) { return a.openToNote(ctx, core.KindReport) }
			p, err := dated(c.Context(), toNote, func() (err error) {
				req.Period, err = a.period(c.Context(), from, to)
				return err
			})
			if err != nil {
				return err
			}
			if req.Relationship, err = p.Find(c.Context(), core.KindRelationship, args[0]); err != nil {
				return err
			}
			named, err := a.names(c, p, req, evenNamed)
			if err != nil {
				return err
			}
			facts, err := p.Reports.Facts(c.Context(), req)
			if err != nil {
				return err
			}
			unset, err := p.Reports.Unset(facts)
			if err != nil {
				return err
			}
			written, err := p.Reports.Write(c.Context(), req, out, nil)
			if err != nil {
				return err
			}
			if len(unset) > 0 {
				a.remark(a.words().T("ctl.unset", "words", a.words().List(unset)))
			}
			return a.done(reportJSON{File: out, ID: written.ID, Audience: written.Audience, Hash: written.Hash, Named: named, Unset: unset}, "ctl.written", "file", out)
		},
	}
	c.Flags().StringVar(&audience, "audience", "", "")
	c.Flags().StringVar(&from, "from", "", "")
	c.Flags().StringVar(&to, "to", "", "")
	c.Flags().StringVar(&pseudonym, "pseudonym", "", "")
	c.Flags().BoolVar(&evenNamed, "even-named", false, "")
	c.Flags().StringVarP(&out, "output", "o", "", "")
	return c
}

// names says on stderr whom the report's free texts name, and have no part in it, and gives all that are named. It is
// written all the same: whoever hands it on decides. But where one says the name that a pseudonym is to hide, nothing is
// written unless that is wanted: a file that somebody believes to be without names is worse than none.
func (a *app) names(c *cobra.Command, p *planner.Planner, req core.ReportRequest, even bool) ([]planner.Mention, error) {
	named, err := p.Reports.Mentions(c.Context(), req)
	if err != nil {
		return nil, err
	}
	for _, m := range named {
		switch {
		case m.Hidden && !even:
			return nil, core.Fail(core.CodeNamed, "name", m.Name, "value", m.Text)
		case m.Hidden:
			a.remark(a.words().T("ctl.named_hidden", "name", m.Name, "text", m.Text))
		default:
			a.remark(a.words().T("ctl.named", "name", m.Name, "text", m.Text))
		}
	}
	return named, nil
}

func audiences() []string {
	var out []string
	for _, a := range core.Audiences() {
		out = append(out, string(a))
	}
	return out
}

// tell writes one line in the user's language; scripts that ask for JSON get none: what they are answered with says it.
func (a *app) tell(key string, args ...any) error {
	if a.json {
		return nil
	}
	_, err := fmt.Fprintln(a.out, a.words().T(key, args...))
	return err
}

func (a *app) undo() *cobra.Command {
	return a.step("undo", "ctl.undone", (*planner.Planner).Undo)
}

func (a *app) redo() *cobra.Command {
	return a.step("redo", "ctl.redone", (*planner.Planner).Redo)
}

// step is a command that goes one step back or forth and names it, by the key of its words.
func (a *app) step(name, said string, do func(*planner.Planner, context.Context) (*planner.Step, error)) *cobra.Command {
	return &cobra.Command{
		Use: name, Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			step, err := do(p, c.Context())
			if err != nil {
				a.remarkStays(err, name)
				return err
			}
			title := a.titleOf(step)
			passed := make([]string, len(step.Passed))
			for i := range step.Passed {
				passed[i] = a.titleOf(&step.Passed[i])
			}
			if err := a.done(stepJSON{string(step.Title), title, passed}, said, "title", title); err != nil {
				return err
			}
			if len(passed) > 0 {
				a.remark(a.words().T("step.passed_"+name, "titles", a.words().List(passed)))
			}
			return a.remarkStep(c.Context(), step)
		},
	}
}

func (a *app) titleOf(step *planner.Step) string {
	return a.words().Title(string(step.Title), step.Args)
}

// remarkStays names a step that stays for good, and the one to which the next try goes on.
func (a *app) remarkStays(err error, name string) {
	var stays *planner.Refused
	if !errors.As(err, &stays) {
		return
	}
	a.remark(a.words().T("step.stays_"+name, "title", a.titleOf(stays.Step)))
	if stays.Next != nil {
		a.remark(a.words().T("step.next_"+name, "title", a.titleOf(stays.Next)))
	}
}

// remarkFrom says that a message went out under an address that the owner has no more, since it was invited to under that.
func (a *app) remarkFrom(ctx context.Context, d *core.Dispatch) error {
	owner, err := a.p.Workspace.Owner(ctx)
	if err == nil && d.From != "" && owner.Email() != "" && !owner.HasEmail(d.From) && theirsToSend(d) {
		a.remark(a.words().T("ctl.former_address", "from", d.From, "email", owner.Email()))
	}
	return err
}

// theirsToSend tells whether the owner sends a message as the organizer, to guests.
func theirsToSend(d *core.Dispatch) bool {
	return !d.Method.FromGuest() && d.Method != core.MethodPublish
}
