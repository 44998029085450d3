package main

import (
	"bytes"
	"flag"
	"regexp"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// TestTheCommandLine holds that the window takes what mentorctl takes for its file, and answers what it does not
// understand in one line of the user's language.
func TestTheCommandLine(t *testing.T) {
	for _, args := range [][]string{{"-w", "a"}, {"--w=a"}, {"-workspace", "a"}, {"--workspace", "a"}, {"-workspace=a", "--lang", "ru"}} {
		if o, err := parse(args); err != nil || o.workspace != "a" {
			t.Errorf("%v: %q, %v", args, o.workspace, err)
		}
	}
	for _, c := range []struct {
		args             []string
		english, russian string
	}{
		{[]string{"-x", "a"}, "unknown option -x", "-x"},
		{[]string{"-w", "a", "--nothing=1"}, "unknown option --nothing=1", "--nothing=1"},
		{[]string{"-w"}, "the option -w needs a value", "-w"},
		{[]string{"--workspace", ""}, "the option -workspace needs a value", "-workspace"},
		{[]string{"---x"}, "write options like", "--"},
		{[]string{"a.mentorbook"}, "“a.mentorbook”", "«a.mentorbook»"},
		{[]string{"-lang", "de"}, "“de” is not one of en, ru", "en, ru"},
		{[]string{"-sample", "hr"}, "“hr” is not one of mentor, mentee", "mentor, mentee"},
		{[]string{"-theme", "pink"}, "“pink” is not one of light, dark", "light, dark"},
	} {
		for lang, part := range map[core.Language]string{core.English: c.english, core.Russian: c.russian} {
			w, err := locale.New(lang)
			if err != nil {
				t.Fatal(err)
			}
			_, wrong := parse(c.args)
			if wrong == nil {
				t.Errorf("%v is taken", c.args)
				continue
			}
			line, code := complaint(w, wrong)
			if code != 2 || strings.Contains(line, "\n") || !strings.Contains(line, part) || lang == core.Russian && !regexp.MustCompile(`^неверный вызов: .*[А-Яа-я]`).MatchString(line) {
				t.Errorf("%v, %s: exit %d, %q", c.args, lang, code, line)
			}
		}
	}
}

// TestHelpTellsOfEveryOption holds that each has words of its own in both languages.
func TestHelpTellsOfEveryOption(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		o, err := parse([]string{"-w", "x", "-h"})
		if err != nil || !o.help {
			t.Fatalf("%+v, %v", o, err)
		}
		var out bytes.Buffer
		if err := o.usage(w, &out); err != nil || strings.Contains(out.String(), "window.") {
			t.Errorf("%v: %s", err, out.String())
		}
		o.flags().VisitAll(func(f *flag.Flag) {
			if !regexp.MustCompile(`(?m)^  .*-` + f.Name + `\b.*  \S`).MatchString(out.String()) {
				t.Errorf("%s: nothing of -%s in %s", lang, f.Name, out.String())
			}
		})
	}
}
