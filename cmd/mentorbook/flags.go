package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// options are the words of the command line.
type options struct {
	workspace, sample, lang, now, theme, open string

	help bool
}

// misuse is a command line that means nothing: the key of its words, and their arguments.
type misuse struct {
	key  string
	args []any
}

// Error implements error; users read the words.
func (m *misuse) Error() string { return m.key }

func wrong(key string, args ...any) error { return &misuse{key, args} }

// flags are the options in the order in which help tells of them. Each may be given with one dash or two.
func (o *options) flags() *flag.FlagSet {
	set := flag.NewFlagSet("mentorbook", flag.ContinueOnError)
	set.SetOutput(io.Discard) // what is wrong is said in the user's language
	set.Usage = func() {}
	for _, name := range []string{"w", "workspace"} {
		set.StringVar(&o.workspace, name, "", "")
	}
	set.StringVar(&o.sample, "sample", "", "")
	set.StringVar(&o.lang, "lang", "", "")
	set.StringVar(&o.now, "now", "", "")
	set.StringVar(&o.open, "open", "", "")
	set.StringVar(&o.theme, "theme", "", "")
	return set
}

// parse reads a command line.
func parse(args []string) (options, error) {
	o := options{}
	set := o.flags()
	if err := set.Parse(args); errors.Is(err, flag.ErrHelp) {
		o.help = true
		return o, nil
	} else if err != nil {
		return o, o.unread(set, args)
	}
	if rest := set.Args(); len(rest) > 0 {
		return o, wrong("window.stray_word", "value", core.Excerpt(rest[0]))
	}
	for _, c := range []struct {
		flag, got string
		among     []string
	}{
		{"lang", o.lang, []string{string(core.English), string(core.Russian)}},
		{"sample", o.sample, []string{string(core.RoleMentor), string(core.RoleMentee)}},
		{"theme", o.theme, []string{"light", "dark"}},
	} {
		if c.got != "" && !slices.Contains(c.among, c.got) {
			return o, wrong("ctl.one_of", "value", core.Excerpt(c.got), "list", strings.Join(c.among, ", "))
		}
	}
	var nothing string
	set.Visit(func(f *flag.Flag) {
		if f.Value.String() == "" { // as from a variable of a script that was not set
			nothing = f.Name
		}
	})
	if nothing != "" {
		return o, wrong("ctl.option_empty", "option", "-"+nothing)
	}
	return o, nil
}

// unread says which option could not be read: one that is none, or one without its value. Package flag tells it in
// English alone, so the first that is neither is looked for again.
func (o *options) unread(set *flag.FlagSet, args []string) error {
	for i := 0; i < len(args); i++ {
		name, _, valued := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(args[i], "-"), "-"), "=")
		switch {
		case name == "" || strings.HasPrefix(name, "-"):
			return wrong("ctl.option_form")
		case set.Lookup(name) == nil:
			return wrong("ctl.no_option", "option", core.Excerpt(args[i]))
		case valued:
		case i+1 == len(args):
			return wrong("ctl.option_empty", "option", "-"+name)
		default:
			i++
		}
	}
	return wrong("ctl.option_form")
}

// usage tells how the program is called.
func (o *options) usage(w *locale.Words, out io.Writer) error {
	fmt.Fprintf(out, "%s\n\n%s\n\n%s\n", w.T("window.does"), w.T("ctl.help_usage", "usage", "mentorbook [-w FILE] [...]"), w.T("ctl.help_options"))
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, f := range []struct{ names, key string }{
		{"-w, --workspace", "workspace"},
		{"    --sample", "sample"},
		{"    --lang", "lang"},
		{"    --now", "now"},
		{"    --open", "open"},
		{"    --theme", "theme"},
	} {
		fmt.Fprintf(t, "  %s\t%s\n", f.names, w.T("window.flag."+f.key))
	}
	return t.Flush()
}
