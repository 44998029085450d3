package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// lists are the words of `list` and the kinds that they stand for.
func lists() map[string]core.Kind {
	return map[string]core.Kind{
		"people": core.KindPerson, "relationships": core.KindRelationship, "meetings": core.KindMeeting, "goals": core.KindGoal,
		"actions": core.KindAction, "skills": core.KindSkill, "checklists": core.KindRun, "templates": core.KindChecklist, "questions": core.KindQuestion,
		"releases": core.KindRelease, "dispatches": core.KindDispatch, "reports": core.KindReport,
		"series": core.KindSeries, "notes": core.KindNote, "assessments": core.KindAssessment,
	}
}

func listNames() []string {
	var out []string
	for name := range lists() {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func (a *app) list() *cobra.Command {
	var rel, from, to string
	c := &cobra.Command{
		Use: "list " + strings.Join(listNames(), "|"), Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf(args[0], listNames()); err != nil {
				return err
			}
			f := planner.Filter{Kind: lists()[args[0]]}
			p, err := dated(c.Context(), a.read, func() (err error) {
				f.Period, err = a.period(c.Context(), from, to)
				return err
			})
			if err != nil {
				return err
			}
			if c.Flags().Changed("relationship") {
				if f.Relationship, err = p.Find(c.Context(), core.KindRelationship, rel); err != nil {
					return err
				}
			}
			records, err := p.List(c.Context(), f)
			if err != nil {
				return err
			}
			return a.printList(c.Context(), records)
		},
	}
	c.Flags().StringVar(&rel, "relationship", "", "")
	c.Flags().StringVar(&from, "from", "", "")
	c.Flags().StringVar(&to, "to", "", "")
	return c
}

func (a *app) printList(ctx context.Context, records []core.Record) error {
	if a.json {
		all, err := a.withGuests(ctx, records)
		if err != nil {
			return err
		}
		return a.print(all)
	}
	w := a.words()
	home, err := a.homeZone(ctx)
	if err != nil {
		return err
	}
	guests, err := a.p.Replies.Standings(ctx, records)
	if err != nil {
		return err
	}
	own, err := a.p.Replies.OwnAnswers(ctx, records)
	if err != nil {
		return err
	}
	today, err := a.p.TodayDate(ctx)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', 0)
	tails, err := a.p.TailsOf(ctx, records)
	if err != nil {
		return err
	}
	names, err := a.p.NamesOf(ctx, records)
	if err != nil {
		return err
	}
	days, err := a.daysOf(ctx, records)
	if err != nil {
		return err
	}
	for i, rec := range records {
		columns := append([]string{tails[i]}, line(w, rec, names[i], today, home, days)...)
		if said := standing(w, guests[i]); said != "" && stillCounts(rec, guests[i]) {
			columns = append(columns, said)
		}
		if own[i] != nil && (stillCounts(rec, nil) || declinedFor(rec, own[i])) {
			columns = append(columns, w.OwnAnswerChip(own[i].InFew(home), today))
		}
		fmt.Fprintln(t, strings.Join(columns, "\t"))
	}
	return t.Flush()
}

// daysOf gives what planner.BusyTimes.NowDays does where a series among some records takes place no more; nil where none does.
func (a *app) daysOf(ctx context.Context, records []core.Record) (map[string]bool, error) {
	off := func(rec core.Record) bool {
		s, ok := rec.(*core.Series)
		return ok && planner.CalledOff(s)
	}
	if !slices.ContainsFunc(records, off) {
		return nil, nil
	}
	return a.p.Busy.NowDays(ctx)
}

// line gives the columns of a record's line, after its id; times by the clock of the zone home. Days has the UIDs of whole days.
func line(w *locale.Words, rec core.Record, name string, today core.Date, home core.Zone, days map[string]bool) []string {
	switch r := rec.(type) {
	case *core.Person:
		return []string{r.Name, r.Email(), r.Organisation, string(r.Zone)}
	case *core.Relationship:
		return []string{name, w.Word(r.Format), w.Word(r.Duration), w.Word(r.Specialisation), w.Word(r.Phase), w.Word(r.Status)}
	case *core.Meeting:
		return append(when(w, r, home), name, w.Outcome(r))
	case *core.Series:
		return append(when(w, &core.Meeting{Start: r.Start, End: r.End, Zone: r.Zone}, home), name, repeats(w, r, home, days))
	case *core.Goal:
		progress := ""
		if p, ok := r.Progress(); ok {
			progress = w.Percent(p.Percent())
		}
		return []string{r.Title, name, progress, w.DateShort(r.Due, today), w.Word(r.Status)}
	case *core.Action:
		return []string{r.Title, name, w.DateShort(r.Due, today), w.Word(r.Status)}
	case *core.Skill:
		return []string{r.Name, name, fmt.Sprintf("1–%d", len(r.Scale))}
	case *core.Run:
		return []string{r.Title, name, fmt.Sprintf("%d/%d", r.Done(), len(r.Items)), r.Started.String()}
	case *core.Checklist:
		return []string{r.Title, fmt.Sprint(len(r.Items))}
	case *core.Question:
		return []string{core.CleanLine(r.Text), name, core.DateOf(r.Asked).String(), questionState(w, r)}
	case *core.Release:
		return []string{w.Word(r.Audience), name, r.On.String()}
	case *core.Report:
		return []string{w.Word(r.Audience), name, w.Period(r.Period), r.File, r.At.Format("2006-01-02 15:04Z"), r.Hash[:12]}
	case *core.Note:
		return []string{core.DateOf(r.Created).String(), w.Word(r.About.Kind), name, shared(w, r.Readers), core.Excerpt(core.CleanLine(r.Text))}
	case *core.Assessment:
		return []string{r.On.String(), name, w.T("entry.scale", "n", r.Level), shared(w, r.Readers), core.Excerpt(core.CleanLine(r.Evidence))}
	case *core.Dispatch:
		return []string{string(r.Method), r.Title, fmt.Sprint(r.Version()), r.At.Format("2006-01-02 15:04Z")}
	}
	return []string{name}
}

// stillCounts tells whether anybody still waits for what guests say, or for a word to them: of a meeting that is over or off, and of a series
// that is off, the state is what counts, unless guests believe that it takes place.
func stillCounts(rec core.Record, guests []planner.GuestStanding) bool {
	on := true
	switch r := rec.(type) {
	case *core.Meeting:
		on = r.Planned()
	case *core.Series:
		on = !planner.CalledOff(r)
	}
	return on || slices.ContainsFunc(guests, func(g planner.GuestStanding) bool { return g.StillOn })
}

// declinedFor tells whether the owner does not come to another's meeting and has asked for another time.
func declinedFor(rec core.Record, own *planner.OwnAnswer) bool {
	m, ok := rec.(*core.Meeting)
	return ok && m.Declined() && own.Proposed != nil
}

// when gives the columns that say when a meeting takes place: the day and the hours by the owner's clock, and its zone, or
// what the clock there shows where that is another hour.
func when(w *locale.Words, m *core.Meeting, home core.Zone) []string {
	start, end := m.On(home)
	hours := w.Span(start, end)
	loc, unknown := home.Location()
	if from, to, err := core.SpanIn(m.Start, m.End, m.Zone); err == nil && unknown == nil {
		hours = w.SpanOn(from, to, loc)
	}
	return []string{start.Date.String(), hours, cmp.Or(beside(w, m.Start, m.Zone, home), string(m.Zone))}
}

// shared says in a word whether anybody else may read something.
func shared(w *locale.Words, v core.Visibility) string {
	if v.Private() {
		return w.T("visibility.private")
	}
	return w.T("visibility.shared")
}

// repeats says how a series recurs, on the days of the clock by which its first time is told; of one that was called off as a
// whole, or made whole days, that alone.
func repeats(w *locale.Words, s *core.Series, home core.Zone, days map[string]bool) string {
	switch {
	case s.Declined():
		return w.T("meeting.declined")
	case planner.CalledOff(s) && days[s.UID]:
		return w.T("ctl.now_days")
	case planner.CalledOff(s):
		return w.Word(core.MeetingCancelled)
	}
	start, err := s.Start.In(s.Zone)
	if recurs, ok := planner.Recurs(s, home, start); ok && err == nil {
		return recurs.Days(w)
	}
	if rule, err := core.ParseRule(s.Rule); err == nil {
		return w.Rule(rule, s.Start.Date)
	}
	return s.Rule
}

// questionState says what became of a question so far.
func questionState(w *locale.Words, q *core.Question) string {
	switch {
	case !q.Answered.IsZero():
		return w.T("ctl.question_answered")
	case !q.Waiting():
		return w.T("ctl.question_placed")
	}
	return w.T("ctl.question_waiting")
}
