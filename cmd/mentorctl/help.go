package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help shows what a command does and how it is called, in the user's language.
func (a *app) help(c *cobra.Command) error {
	w := a.words()
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n", w.T("ctl.do."+wordKey(c)), w.T("ctl.help_usage", "usage", usageLine(c)))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", w.T("ctl.help_commands"))
		t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
		for _, sub := range c.Commands() {
			if !sub.Hidden {
				fmt.Fprintf(t, "  %s\t%s\n", sub.Name(), w.T("ctl.do."+wordKey(sub)))
			}
		}
		_ = t.Flush() // into memory
	}
	a.helpFlags(&b, "ctl.help_options", wordKey(c), c.LocalNonPersistentFlags())
	a.helpFlags(&b, "ctl.help_global", "all", c.Root().PersistentFlags())
	_, err := io.WriteString(a.out, b.String())
	return err
}

func (a *app) helpFlags(b *strings.Builder, heading, of string, flags *pflag.FlagSet) {
	t := tabwriter.NewWriter(b, 0, 4, 2, ' ', 0)
	first := true
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		if first {
			fmt.Fprintf(b, "\n%s\n", a.words().T(heading))
			first = false
		}
		short := "    "
		if f.Shorthand != "" {
			short = "-" + f.Shorthand + ", "
		}
		fmt.Fprintf(t, "  %s--%s\t%s\n", short, f.Name, a.words().T("ctl.flag."+of+"."+strings.ReplaceAll(f.Name, "-", "_")))
	})
	_ = t.Flush() // into memory
}

// wordKey names a command in the keys of its words: people_import, or mentorctl for the program.
func wordKey(c *cobra.Command) string {
	if !c.HasParent() {
		return c.Name()
	}
	path := strings.Fields(c.CommandPath())
	return strings.ReplaceAll(strings.Join(path[1:], "_"), "-", "_")
}

// helpCommand is `mentorctl help COMMAND`, which means `mentorctl COMMAND --help`.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Args: between(0, 2),
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return needsCommand(c.Root(), args)
			}
			return a.help(about)
		},
	}
}
