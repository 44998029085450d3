package main

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mentorbook/core/locale"
)

// freeText lists the flags that may be given an empty text: words of the user's own, which may be none.
func (*app) freeText() []string {
	return []string{"title", "place", "link", "note", "private", "reason", "name", "purpose", "pseudonym", "organisation", "job-title", "email", "phone"}
}

// values refuses a flag that was given and says nothing: an empty text, as from a variable of a script that was not
// set, would be taken for a flag that was left out, and nought for as many as usual.
func (a *app) values(c *cobra.Command) error {
	free, empty := a.freeText(), ""
	c.Flags().Visit(func(f *pflag.Flag) {
		switch {
		case f.Value.Type() == "string" && f.Value.String() == "" && !slices.Contains(free, f.Name):
			empty = f.Name
		case f.Value.Type() == "int" && f.Value.String() == "0" && f.Name != "meetings" && f.Name != "actions":
			empty = f.Name
		}
	})
	if empty == "" {
		return nil
	}
	return wrong(func(w *locale.Words) string { return w.T("ctl.says_nothing", "flag", empty) })
}
