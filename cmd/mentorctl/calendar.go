package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/locale"
)

func (a *app) calendar() *cobra.Command {
	c := &cobra.Command{Use: "calendar COMMAND", Args: cobra.ArbitraryArgs, RunE: needsCommand}
	c.AddCommand(a.importCalendar(), a.exportCalendar(), a.lintCalendar(), a.occurrences())
	return c
}

// occurrences needs no workspace: it is about a file alone.
func (a *app) occurrences() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use: "occurrences FILE.ics --from D --to D", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := a.period(c.Context(), from, to)
			if err != nil {
				return err
			}
			if p.From.IsZero() || p.To.IsZero() {
				return wrong(func(w *locale.Words) string { return w.T("ctl.period") })
			}
			in, err := openFile(c.Context(), args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			list, findings, err := ical.Occurrences(c.Context(), in, midnight(p.From), midnight(p.To))
			if err != nil {
				return atPath(err, args[0])
			}
			findings = slices.DeleteFunc(findings, func(f core.Finding) bool { // what lies behind a cut is lost, too, and nobody knows what
				return !f.Lost && f.Flaw != core.FlawUnclosed && f.Flaw != core.FlawBadDate
			})
			a.eachFinding(findings, a.findingLine, func(s string) { fmt.Fprintln(c.ErrOrStderr(), s) })
			if a.json {
				return a.print(occurrenceRows(list))
			}
			return printOccurrences(a.out, list)
		},
	}
	c.Flags().StringVar(&from, "from", "", "")
	c.Flags().StringVar(&to, "to", "", "")
	return c
}

// lintCalendar names everything that is wrong, and fails where there is anything but notes.
func (a *app) lintCalendar() *cobra.Command {
	return &cobra.Command{
		Use: "lint FILE.ics|FILE.eml", Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			in, err := openFile(c.Context(), args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			findings, err := ical.Lint(c.Context(), in)
			if err != nil {
				return atPath(err, args[0])
			}
			if a.json {
				if findings == nil {
					findings = []core.Finding{}
				}
				err = a.print(findings)
			} else {
				a.eachFinding(findings, a.findingLine, func(s string) { fmt.Fprintln(a.out, s) })
			}
			wrong := len(slices.DeleteFunc(slices.Clone(findings), func(f core.Finding) bool { return f.Note }))
			switch {
			case err != nil:
				return err
			case wrong > 0:
				return core.Fail(core.CodeUnsound, "path", args[0], "n", wrong)
			}
			return a.tell("ctl.lint_sound", "file", args[0])
		},
	}
}

// occurrenceRow is an occurrence for scripts.
type occurrenceRow struct {
	Start   time.Time `json:"start"`
	UID     string    `json:"uid"`
	Summary string    `json:"summary"`
}

func occurrenceRows(list []ical.Occurrence) []occurrenceRow {
	out := make([]occurrenceRow, 0, len(list))
	for _, o := range list {
		out = append(out, occurrenceRow{o.Start.UTC(), o.UID, o.Summary})
	}
	return out
}

func printOccurrences(out io.Writer, list []ical.Occurrence) error {
	w := bufio.NewWriter(out)
	for _, o := range list {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\n", o.Start.Format("20060102T150405Z"), unsteered(o.UID), unsteered(o.Summary)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// unsteered drops from what a file says in a line what turns the direction of writing; control characters were dropped in reading it.
// All else stays as it is, white space too: scripts compare what occurs.
func unsteered(s string) string {
	return strings.Map(func(r rune) rune {
		if core.Turns(r) {
			return -1
		}
		return r
	}, s)
}

func midnight(d core.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// findingLine tells of something wrong in a file: where, in which event, what.
func (a *app) findingLine(f core.Finding) string {
	w := a.words()
	s := w.T("ctl.finding", "line", f.Line, "what", w.Finding(f))
	if name := core.CleanLine(shortName(f.UID) + " " + shortName(f.Title)); name != "" {
		s = w.T("ctl.finding_in", "line", f.Line, "name", name, "what", w.Finding(f))
	}
	if f.Note {
		return w.T("ctl.finding_note", "what", s)
	}
	return s
}

// atPath names the file in an error about its content.
func atPath(err error, path string) error {
	for _, e := range core.Problems(err) {
		if e.Args["path"] == "" {
			e.Args["path"] = path
		}
	}
	return err
}
