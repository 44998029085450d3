package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// daysOff moves or calls off all that is planned in a stretch of days, in one step, and writes the messages to send.
func (a *app) daysOff() *cobra.Command {
	var from, to, dir string
	var rels []string
	var off planner.TimeOff
	var dry bool
	c := &cobra.Command{
		Use: "days-off --from D --to D [--move-days N | --keep] [--reason TEXT] [--block] [--relationship ID]... [--dry-run] [-o DIR]", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if off.Keep && (off.MoveDays > 0 || !off.Block) {
				return wrong(func(w *locale.Words) string { return w.T("ctl.keep_blocks") })
			}
			open := func(ctx context.Context) (*planner.Planner, error) { return a.openFor(ctx, dry) }
			p, err := dated(c.Context(), open, func() (err error) {
				off.Period, err = a.period(c.Context(), from, to)
				return err
			})
			if err != nil {
				return err
			}
			if off.Period.From.IsZero() || off.Period.To.IsZero() {
				return wrong(func(w *locale.Words) string { return w.T("ctl.period") })
			}
			for _, part := range rels {
				id, err := p.Find(c.Context(), core.KindRelationship, part)
				if err != nil {
					return err
				}
				off.Relationships = append(off.Relationships, id)
			}
			if dry {
				return a.foreseeDaysOff(c.Context(), p, off)
			}
			return a.takeDaysOff(c.Context(), off, dir)
		},
	}
	c.Flags().StringVar(&from, "from", "", "")
	c.Flags().StringVar(&to, "to", "", "")
	c.Flags().IntVar(&off.MoveDays, "move-days", 0, "")
	c.Flags().BoolVar(&off.Keep, "keep", false, "")
	c.Flags().StringVar(&off.Reason, "reason", "", "")
	c.Flags().BoolVar(&off.Block, "block", false, "")
	c.Flags().StringArrayVar(&rels, "relationship", nil, "")
	c.Flags().BoolVar(&dry, "dry-run", false, "")
	c.Flags().StringVarP(&dir, "output", "o", "", "")
	return c
}

// takeDaysOff does it, and writes the messages into a folder; none for no folder.
func (a *app) takeDaysOff(ctx context.Context, off planner.TimeOff, dir string) error {
	if dir != "" { // before anything is done: what could not be written is not to be sent
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return storage.FileError(dir, err)
		}
	}
	clashes, err := a.clashesOfDaysOff(ctx, off)
	if err != nil {
		return err
	}
	told, err := a.p.Meetings.TakeOff(ctx, off)
	if err != nil {
		return err
	}
	files, err := a.writeMessages(ctx, told, dir)
	if err != nil {
		return err
	}
	if off.Keep && !a.json {
		return a.toldKept(ctx, off)
	}
	return a.toldDaysOff(ctx, told, clashes, files)
}

// toldKept shows the meetings of days off that stay as they are.
func (a *app) toldKept(ctx context.Context, off planner.TimeOff) error {
	off.Keep = false // else none is concerned
	steps, err := a.p.Meetings.TimeOffPlan(ctx, off)
	if err != nil {
		return err
	}
	records := make([]core.Record, len(steps))
	for i := range steps {
		records[i] = steps[i].Meeting
	}
	if err := a.printList(ctx, records); err != nil {
		return err
	}
	return a.tell("ctl.daysoff_kept", "count", len(steps))
}

// writeMessages writes for each meeting that guests have on their calendars the e-mail that tells them, once for those of which
// guests are told with all of their series, and for another's
// that is off here the one that declines it, into a folder;
// none for no folder. They are named by the owner's days. It gives the files by the meetings' ids: one for
// each guest where they are not to see one another.
func (a *app) writeMessages(ctx context.Context, told []planner.Message, dir string) (map[core.ID][]string, error) {
	files := map[core.ID][]string{}
	home, err := a.homeZone(ctx)
	if err != nil {
		return nil, err
	}
	for _, m := range told {
		if dir == "" || m.Method == "" {
			continue
		}
		path := filepath.Join(dir, m.Was.OnClock(m.Meeting.Zone, home).Date.String()+"-"+string(m.Method)+"-"+tailOf(m.Of)+".eml")
		var how planner.Sending
		if m.Method == core.MethodReply {
			how = planner.Sending{Answer: core.AnswerDeclined, Comment: m.Meeting.Reason}
		}
		sent, err := a.p.Invitations.SendAs(ctx, m.Of, m.Method, path, how)
		if err != nil {
			a.remarkNoAddress(err)
			return nil, err
		}
		for i := range sent {
			files[m.Meeting.ID] = append(files[m.Meeting.ID], planner.ManyFile(path, i, len(sent)))
		}
	}
	return files, nil
}

// dayOffJSON is a meeting of days off for scripts.
type dayOffJSON struct {
	Meeting *core.Meeting `json:"meeting"`
	Was     core.Civil    `json:"was"`               // its start before, in its zone
	Message core.Method   `json:"message,omitempty"` // that guests, or the organizer, are to get
	File    string        `json:"file,omitempty"`    // that it was written to; of several, the first
	Files   []string      `json:"files,omitempty"`   // where there is one for each guest
	Clashes []clashJSON   `json:"clashes,omitempty"` // what it has no room beside where it moved to
}

// clashesOfDaysOff gives what the meetings that days off move will have no room beside, by the meetings' ids.
func (a *app) clashesOfDaysOff(ctx context.Context, off planner.TimeOff) (map[core.ID][]planner.MeetingClash, error) {
	if off.MoveDays == 0 {
		return nil, nil
	}
	steps, err := a.p.Meetings.TimeOffPlan(ctx, off)
	out := map[core.ID][]planner.MeetingClash{}
	for _, s := range steps {
		out[s.Meeting.ID] = s.Clashes
	}
	return out, err
}

// toldDaysOff shows the meetings as their list does, then what they clash with, and what is to be sent, or was written.
func (a *app) toldDaysOff(ctx context.Context, told []planner.Message, clashes map[core.ID][]planner.MeetingClash, files map[core.ID][]string) error {
	if a.json {
		out := []dayOffJSON{}
		for _, m := range told {
			one := dayOffJSON{Meeting: m.Meeting, Was: m.Was, Message: m.Method, Clashes: clashesJSON(clashes[m.Meeting.ID])}
			if written := files[m.Meeting.ID]; len(written) > 0 {
				one.File = written[0]
				if len(written) > 1 {
					one.Files = written
				}
			}
			out = append(out, one)
		}
		return a.print(out)
	}
	records := make([]core.Record, len(told))
	for i, m := range told {
		records[i] = m.Meeting
	}
	if err := a.printList(ctx, records); err != nil {
		return err
	}
	tails, err := a.p.TailsOf(ctx, records)
	if err != nil {
		return err
	}
	for i, m := range told {
		for _, c := range clashes[m.Meeting.ID] {
			a.remark(a.words().T("ctl.daysoff_clash", "meeting", tails[i], "clash", a.words().Clash(c.Title, c.Name, c.Near)))
		}
		switch written := files[m.Meeting.ID]; {
		case len(written) > 0:
			for _, file := range written {
				fmt.Fprintln(a.out, a.words().T("ctl.written", "file", file))
			}
		case m.Stays:
			a.remark(a.words().T("ctl.daysoff_stays", "name", cmp.Or(m.Theirs.Name, m.Theirs.Email), "id", m.Meeting.ID.String()))
		case m.Method == core.MethodReply:
			a.remark(a.words().T("ctl.daysoff_answer", "name", cmp.Or(m.Theirs.Name, m.Theirs.Email), "id", m.Meeting.ID.String()))
		case m.Method != "":
			a.remark(a.words().T("ctl.daysoff_owed", "id", m.Of.String(), "method", string(m.Method)))
		}
	}
	return a.tell("ctl.daysoff_sum", "count", planner.Changed(told))
}

// rename gives a meeting, one occurrence of a series, or a series another title.
func (a *app) rename() *cobra.Command {
	var original, title string
	c := &cobra.Command{
		Use: "rename MEETING-ID|SERIES-ID [--occurrence START] --title TEXT", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if !c.Flags().Changed("title") {
				return wrong(func(w *locale.Words) string { return w.T("ctl.new_title") })
			}
			p, err := a.open(c.Context())
			if err != nil {
				return err
			}
			about, err := a.invited(c.Context(), args[0], original)
			if err != nil {
				return err
			}
			if about.Kind == core.KindSeries {
				err := p.Series.Change(c.Context(), about.ID, func(s *core.Series) error {
					s.Title = core.CleanLine(title)
					return nil
				})
				if err != nil {
					return err
				}
				return a.toldSeries(c, about.ID)
			}
			err = p.Meetings.Change(c.Context(), about.ID, func(m *core.Meeting) error {
				m.Title = core.CleanLine(title)
				return nil
			})
			if err != nil {
				return err
			}
			return a.toldMeeting(c, about.ID)
		},
	}
	c.Flags().StringVar(&original, "occurrence", "", "")
	c.Flags().StringVar(&title, "title", "", "")
	return c
}
