package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// kindsOf understands a kind by its own word or by the word of its list. What people call a checklist is what somebody
// was given, as it is listed; it may be a template too.
func kindsOf(word string) ([]core.Kind, error) {
	if kind, ok := lists()[word]; ok && kind != core.KindRun {
		return []core.Kind{kind}, nil
	}
	switch kind := core.Kind(word); {
	case word == "template":
		return []core.Kind{core.KindChecklist}, nil
	case word == "checklists", kind == core.KindChecklist:
		return []core.Kind{core.KindRun, core.KindChecklist}, nil
	case kind.Valid():
		return []core.Kind{kind}, nil
	}
	return nil, oneOf(word, kindNames())
}

// kindNames are the words that `show` understands: those of lists, those of one record, and those of what is not listed;
// each once, in order.
func kindNames() []string {
	all := append(listNames(), "template")
	for _, k := range core.Kinds() {
		all = append(all, string(k))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// findAmong finds a record of one of several kinds: the first that has it.
func (a *app) findAmong(ctx context.Context, kinds []core.Kind, part string) (ref core.Ref, err error) {
	for i := len(kinds) - 1; i >= 0; i-- { // where none has it, the first kind is named
		id, missing := a.p.Find(ctx, kinds[i], part)
		if core.CodeOf(missing) != core.CodeNotFound {
			ref, err = core.Ref{Kind: kinds[i], ID: id}, missing
		} else if ref.ID.IsZero() {
			err = missing
		}
	}
	return ref, err
}

func (a *app) show() *cobra.Command {
	return &cobra.Command{
		Use: "show KIND ID", Args: exactly(2),
		RunE: func(c *cobra.Command, args []string) error {
			kinds, err := kindsOf(args[0])
			if err != nil {
				return err
			}
			p, err := a.read(c.Context())
			if err != nil {
				return err
			}
			ref, err := a.findAmong(c.Context(), kinds, args[1])
			if err != nil {
				return err
			}
			rec, err := p.Record(c.Context(), ref)
			if err != nil {
				return err
			}
			if a.json {
				all, err := a.withGuests(c.Context(), []core.Record{rec})
				if err != nil {
					return err
				}
				return a.print(all[0])
			}
			return a.printRecord(c.Context(), rec)
		},
	}
}

// printRecord writes a record in words: what it is and what it is called, then its fields, then what is written about it.
// It is walked twice: once to learn whom and what it names, and once to write that.
func (a *app) printRecord(ctx context.Context, rec core.Record) error {
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	guests, err := a.p.Replies.Standings(ctx, []core.Record{rec})
	if err != nil {
		return err
	}
	own, err := a.p.Replies.OwnAnswers(ctx, []core.Record{rec})
	if err != nil {
		return err
	}
	zone, err := a.homeZone(ctx)
	if err != nil {
		return err
	}
	today, err := a.p.TodayDate(ctx)
	if err != nil {
		return err
	}
	related, err := a.related(ctx, rec)
	if err != nil {
		return err
	}
	var refs []core.Ref
	learn := &sheet{w: a.words(), home: home, names: func(ref core.Ref) string {
		refs = append(refs, ref)
		return ref.String()
	}}
	learn.record(rec)
	learn.related(related)
	names, err := a.named(ctx, append(refs, core.RefOf(rec)))
	if err != nil {
		return err
	}
	days, err := a.daysOf(ctx, []core.Record{rec})
	if err != nil {
		return err
	}
	s := &sheet{w: a.words(), home: home, clock: zone, days: days, names: func(ref core.Ref) string { return names[ref] }}
	s.line(0, locale.Capital(s.w.Word(rec.Kind())), names[core.RefOf(rec)])
	s.record(rec)
	if series, ok := rec.(*core.Series); ok && !planner.CalledOff(series) {
		if err := a.shifts(ctx, s, series); err != nil {
			return err
		}
	}
	if own[0] != nil && (own[0].Given() || stillCounts(rec, nil)) {
		s.line(0, s.w.T("ctl.own_answer"), s.ownAnswer(own[0], zone, today))
	}
	s.guests(guests[0], zone)
	joined, err := a.uninvited(ctx, rec)
	if err != nil {
		return err
	}
	s.uninvited(joined, len(guests[0]))
	s.related(related)
	_, err = fmt.Fprintln(a.out, strings.Join(s.lines, "\n"))
	return err
}

// shifts writes from which day on a series is at another hour for somebody in it, whose clocks change on other days.
func (a *app) shifts(ctx context.Context, s *sheet, series *core.Series) error {
	planning, err := a.p.Meetings.Planning(ctx, core.ID{})
	if err != nil {
		return err
	}
	for _, shift := range planning.Shifts(*series) {
		s.line(0, locale.Capital(s.w.T("today.shift")), shift.Words(s.w, shift.Person.ShortName(), shift.Person.Zone))
	}
	return nil
}

// home gives the zone of the workspace's owner, UTC where it is not known.
func (a *app) home(ctx context.Context) (*time.Location, error) {
	ws, err := a.p.Workspace.Get(ctx)
	if err != nil {
		return nil, err
	}
	owner, err := a.p.People.Get(ctx, ws.Owner)
	if err != nil {
		return nil, err
	}
	return planner.Home(owner), nil
}

// named gives for each record its name and the tail of its id, as lists show it; for what is gone, the tail alone.
func (a *app) named(ctx context.Context, refs []core.Ref) (map[core.Ref]string, error) {
	out := map[core.Ref]string{}
	kept := map[core.Kind][]core.Record{}
	home, err := a.homeZone(ctx)
	if err != nil {
		return nil, err
	}
	for _, ref := range refs {
		if _, met := out[ref]; met {
			continue
		}
		out[ref] = a.words().T("show.gone") + " (" + tailOf(ref.ID) + ")"
		rec, err := a.p.Record(ctx, ref)
		if core.CodeOf(err) == core.CodeNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		kept[ref.Kind] = append(kept[ref.Kind], rec)
	}
	for _, records := range kept {
		tails, err := a.p.TailsOf(ctx, records)
		if err != nil {
			return nil, err
		}
		for i, rec := range records {
			name, err := a.p.TitleOf(ctx, rec)
			if err != nil {
				return nil, err
			}
			if m, ok := rec.(*core.Meeting); ok { // a pair has many
				start, _ := m.On(home)
				name += ", " + a.words().Date(start.Date)
			}
			out[core.RefOf(rec)] = strings.TrimSpace(core.CleanLine(name) + " (" + tails[i] + ")")
		}
	}
	return out, nil
}
