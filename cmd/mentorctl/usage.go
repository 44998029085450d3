package main

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// misuse is a command line that means nothing, as opposed to an operation that was refused.
type misuse struct {
	say   func(*locale.Words) string
	cause error
}

// Error implements error; users read what say gives.
func (m *misuse) Error() string {
	if m.cause != nil {
		return m.cause.Error()
	}
	return string(core.CodeUsage)
}

// Unwrap gives the cause.
func (m *misuse) Unwrap() error { return m.cause }

// wrong makes a misuse that is said in words of its own.
func wrong(say func(*locale.Words) string) error { return &misuse{say: say} }

// misused makes wrong usage of a refusal: of a value that was given to a flag.
func misused(err error) error {
	if err == nil {
		return nil
	}
	return &misuse{say: func(w *locale.Words) string { return w.Error(err) }, cause: err}
}

// ofFlags tells whether all that was refused are values of options that no workspace would take: then the command line is
// wrong, whoever found it out.
func ofFlags(c *cobra.Command, err error) bool {
	var m *misuse
	if err == nil || errors.As(err, &m) {
		return false
	}
	problems := core.Problems(err)
	return len(problems) > 0 && !slices.ContainsFunc(problems, func(p *core.Error) bool {
		flag, _, _ := strings.Cut(p.Field, ".")
		switch flag {
		case "emails":
			flag = "email"
		case "rule":
			flag = "repeat"
		case "until":
			if !c.Flags().Changed(flag) { // the rule itself says it
				flag = "repeat"
			}
		}
		return !malformed(p) || !c.Flags().Changed(flag)
	})
}

// malformed tells whether something is refused for how it is written, and not for what there is.
func malformed(p *core.Error) bool {
	switch p.Code {
	case core.CodeBadZone, core.CodeBadEmail, core.CodeBadLink, core.CodeBadChoice, core.CodeBadRule:
		return true
	}
	return p.Code == core.CodeEndNotAfter && p.Field == "until" // both ends of it were given
}

// complaint gives the line for an error, and the exit code that belongs to it.
func (a *app) complaint(err error) (line string, code int) {
	var m *misuse
	if errors.As(err, &m) {
		return core.CleanLine(a.words().T("ctl.wrong_usage", "reason", m.say(a.words()))), exitUsage
	}
	return core.CleanLine(a.words().Error(err)), exitRefused
}

// flagError words what the reader of flags says.
func flagError(_ *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	return wrong(func(w *locale.Words) string {
		switch {
		case errors.As(err, &unknown):
			return w.T("ctl.no_option", "option", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
		case errors.As(err, &empty):
			return w.T("ctl.option_empty", "option", dashed(empty.GetSpecifiedName(), empty.GetSpecifiedShortnames()))
		case errors.As(err, &bad):
			return w.T("ctl.option_value", "option", "--"+bad.GetFlag().Name, "value", core.Excerpt(bad.GetValue()))
		}
		return w.T("ctl.option_form")
	})
}

func dashed(name, shorthands string) string {
	if shorthands != "" {
		return "-" + core.Excerpt(name)
	}
	return "--" + core.Excerpt(name)
}

// exactly refuses a wrong number of words after a command.
func exactly(n int) cobra.PositionalArgs { return between(n, n) }

func between(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) >= least && len(args) <= most {
			return nil
		}
		return wrong(func(w *locale.Words) string { return w.T("ctl.arguments", "usage", usageLine(c)) })
	}
}

// usageLine gives how a command is called, without the flags that all have.
func usageLine(c *cobra.Command) string {
	if c.HasParent() {
		return strings.TrimSuffix(c.Parent().CommandPath()+" "+c.Use, " ")
	}
	return c.Use
}

// needsCommand is what a command does that only holds others: nothing, and says so.
func needsCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return wrong(func(w *locale.Words) string { return w.T("ctl.which_command", "commands", names(c)) })
	}
	return wrong(func(w *locale.Words) string {
		return w.T("ctl.no_command", "command", core.Excerpt(args[0]), "commands", names(c))
	})
}

func names(c *cobra.Command) string {
	var out []string
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			out = append(out, sub.Name())
		}
	}
	return strings.Join(out, ", ")
}

// oneOf refuses a word that is not in a list.
func oneOf[T ~string](word string, list []T) error {
	names := make([]string, len(list))
	for i, x := range list {
		if names[i] = string(x); word == names[i] {
			return nil
		}
	}
	return wrong(func(w *locale.Words) string {
		return w.T("ctl.one_of", "value", core.Excerpt(word), "list", strings.Join(names, ", "))
	})
}

// askedLanguage finds --lang on a command line that may be wrong elsewhere.
func askedLanguage(args []string) core.Language {
	for i, arg := range args {
		if rest, ok := strings.CutPrefix(arg, "--lang="); ok {
			return core.Language(rest)
		}
		if arg == "--lang" && i+1 < len(args) {
			return core.Language(args[i+1])
		}
	}
	return ""
}

// endsIn refuses a file to write whose name does not end as its kind does: a PDF under the name of a calendar
// would be sent as one.
func (a *app) endsIn(path string, endings ...string) error {
	if err := noDash(path); err != nil {
		return err
	}
	for _, e := range endings {
		if strings.EqualFold(filepath.Ext(path), e) {
			return nil
		}
	}
	return misused(core.FailField(core.CodeBadChoice, "file_type", "value", filepath.Base(path), "types", a.words().List(endings)))
}

// noDash refuses the name by which other programs mean their output: what is written here goes into files.
func noDash(path string) error {
	if path == "-" {
		return wrong(func(w *locale.Words) string { return w.T("ctl.no_dash") })
	}
	return nil
}
