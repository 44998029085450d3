package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// free lists the next times at which the owner and others are free, best first.
func (a *app) free() *cobra.Command {
	var wish planner.FreeWish
	var from, out string
	c := &cobra.Command{
		Use: "free PERSON-ID... --minutes N [--days N] [--from D] [-o FILE.ics]", Args: between(1, 200),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("output") {
				if err := a.endsIn(out, ".ics"); err != nil {
					return err
				}
			}
			p, err := dated(c.Context(), a.read, func() (err error) {
				wish.From, err = a.date(c.Context(), "from", from)
				return err
			})
			if err != nil {
				return err
			}
			for _, arg := range args {
				id, err := p.Find(c.Context(), core.KindPerson, arg)
				if err != nil {
					return err
				}
				wish.People = append(wish.People, id)
			}
			found, err := p.Free(c.Context(), wish)
			if err != nil {
				return err
			}
			if out != "" && len(found.Slots) > 0 {
				if err := a.propose(c.Context(), p, found, out); err != nil {
					return err
				}
			}
			a.remarkAssumed(found)
			return a.printFree(found)
		},
	}
	minutesVar(c, &wish.Minutes)
	c.Flags().IntVar(&wish.Days, "days", 0, "")
	c.Flags().StringVar(&from, "from", "", "")
	c.Flags().StringVarP(&out, "output", "o", "", "")
	return c
}

// propose writes the times to a calendar file in the words of whoever it is for.
func (a *app) propose(ctx context.Context, p *planner.Planner, found *planner.FreeTimes, path string) error {
	w := a.words()
	if lang := found.Reader().Language; lang != "" && lang != w.Language() {
		var err error
		if w, err = locale.New(lang); err != nil {
			return err
		}
	}
	return p.Invitations.Propose(ctx, found, w.T("calendar.propose_title", "name", found.Owner.Name), path)
}

// remarkAssumed says of whom it is not known by which clock they live, or whether they are free from some time on.
func (a *app) remarkAssumed(found *planner.FreeTimes) {
	for _, p := range found.NoZone {
		a.remark(a.words().T("free.no_zone", "name", p.ShortName()))
	}
	loc := planner.Home(found.Owner)
	for _, one := range found.Assumed {
		from := core.CivilOf(one.From.In(loc))
		a.remark(a.words().Assumed(one.Person.ShortName(), one.Title, from, from.Date))
	}
}

// freeSlot is a slot as scripts read it.
type freeSlot struct {
	Start   time.Time `json:"start"`
	End     time.Time `json:"end"`
	Reasons []string  `json:"reasons"`
}

func (a *app) printFree(found *planner.FreeTimes) error {
	if a.json {
		out := []freeSlot{}
		for _, s := range found.Slots {
			one := freeSlot{Start: s.Start.UTC(), End: s.End.UTC()}
			for _, r := range s.Reasons {
				one.Reasons = append(one.Reasons, string(r.Code))
			}
			out = append(out, one)
		}
		return a.print(out)
	}
	if len(found.Slots) == 0 {
		if found.Full {
			return a.tell("ctl.free_full", "count", found.Days)
		}
		return a.tell("ctl.free_none", "count", found.Days)
	}
	w := a.words()
	names := map[core.ID]string{}
	for _, who := range found.People {
		names[who.ID] = who.ShortName()
	}
	t := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', 0)
	for _, s := range found.Slots {
		var clocks, reasons []string
		seen := map[string]bool{}
		for _, who := range found.People {
			loc, err := who.Zone.Location()
			if err != nil {
				loc = time.UTC
			}
			start, end := core.CivilOf(s.Start.In(loc)), core.CivilOf(s.End.In(loc))
			clock := w.DateLong(start.Date) + ", " + w.Span(start, end) + " " + w.City(core.Zone(loc.String()))
			if !seen[clock] {
				seen[clock] = true
				clocks = append(clocks, clock)
			}
		}
		for _, r := range s.Reasons {
			reasons = append(reasons, w.T("slot."+string(r.Code), "name", names[r.Person], "time", w.Clock(r.At)))
		}
		fmt.Fprintln(t, strings.Join(clocks, "\t")+"\t"+strings.Join(reasons, "; "))
	}
	return t.Flush()
}
