package main

import (
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
)

// freeText lists the flags that may be given an empty text: words of the user's own, which may be none.
func (*app) freeText() []string {
	return []string{"title", "place", "link", "note", "private", "reason", "name", "purpose", "pseudonym", "organisation", "job-title", "email", "phone"}
}

// values refuses a flag that was given and says nothing: an empty text, as from a variable of a script that was not
// set, would be taken for a flag that was left out, and nought for as many as usual. Figures keep within their bounds.
func (a *app) values(c *cobra.Command) error {
	free, empty := a.freeText(), ""
	var outside error
	c.Flags().Visit(func(f *pflag.Flag) {
		switch {
		case f.Value.Type() == "string" && f.Value.String() == "" && !slices.Contains(free, f.Name):
			empty = f.Name
		case f.Value.Type() == "int" && outside == nil:
			outside = outOfBounds(wordKey(c), f)
		}
	})
	if outside != nil {
		return outside
	}
	if empty == "" {
		return nil
	}
	return wrong(func(w *locale.Words) string { return w.T("ctl.says_nothing", "flag", empty) })
}

// bounds are the least and the most that a flag with a figure may be given.
type bounds struct{ least, most int }

// mostDaysLater is how many days later what falls on days off may take place: a year.
const mostDaysLater = 366

// boundsOf gives the bounds of a flag of a command.
func boundsOf(command, flag string) bounds {
	switch flag {
	case "minutes":
		if command == "free" {
			return bounds{planner.LeastFreeMinutes, planner.MostFreeMinutes}
		}
		return bounds{1, int(core.MaxMeeting / time.Minute)}
	case "days":
		return bounds{1, planner.MostFreeDays}
	case "move-days":
		return bounds{1, mostDaysLater}
	case "times":
		return bounds{2, maxTimes}
	case "every":
		return bounds{1, core.MaxInterval}
	case "cadence":
		return bounds{1, core.MaxCadence}
	case "useful":
		return bounds{1, core.MaxUseful}
	case "relationships":
		return bounds{1, sample.MostRecords}
	}
	return bounds{0, sample.MostRecords} // meetings and actions of a large sample
}

// outOfBounds refuses a figure that no command can do anything with.
func outOfBounds(command string, f *pflag.Flag) error {
	n, err := strconv.Atoi(f.Value.String())
	if b := boundsOf(command, f.Name); err != nil || n < b.least || n > b.most {
		return wrong(func(w *locale.Words) string { return w.T("ctl.bounds", "flag", f.Name, "min", b.least, "max", b.most) })
	}
	return nil
}
