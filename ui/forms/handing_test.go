package forms_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

// slow keeps lines when it is told to.
type slow struct {
	*shelltest.Bench
	field *kit.TextField
	hand  *forms.Handing
	asked []string
	ends  []func(error)
	draft string
}

func newSlow(t *testing.T) *slow {
	t.Helper()
	b, w := bench(t)
	s := &slow{Bench: b}
	s.field = kit.NewTextField("", "", func(string) { s.hand.Typed() })
	s.hand = forms.HandOver(w, s.field, forms.Hand{Keep: func(text string, done func(error)) bool {
		s.asked, s.ends = append(s.asked, text), append(s.ends, done)
		return true
	}, Draft: func(text string) { s.draft = text }})
	b.Shell.Dialogs.Show(shell.Dialog{Content: s.hand.Object(), First: s.field.Focusable()})
	return s
}

func (s *slow) end(i int, err error) { s.ends[i](err) }

func TestALineIsHandedOverAtOnce(t *testing.T) {
	s := newSlow(t)
	s.Type("one")
	s.Press("Enter", "Enter")
	s.Type("two")
	if s.field.Text() != "two" || s.draft != "two" {
		t.Errorf("%q is typed, and %q kept", s.field.Text(), s.draft)
	}
	s.Press("Enter", "Enter")
	s.end(0, nil)
	s.end(1, nil)
	if !slices.Equal(s.asked, []string{"one", "two"}) || s.field.Text() != "" || s.draft != "" {
		t.Errorf("%q %q %q", s.asked, s.field.Text(), s.draft)
	}
}

func TestALineThatCouldNotBeKeptComesBack(t *testing.T) {
	s := newSlow(t)
	s.Type("one")
	s.Press("Enter")
	s.end(0, errors.New("no room"))
	if s.field.Text() != "one" || s.field.Error() == "" || s.draft != "one" {
		t.Errorf("%q %q %q", s.field.Text(), s.field.Error(), s.draft)
	}
}

// While another line is typed, the one that could not be kept waits below it, and changes places with it at a press.
func TestALineThatCouldNotBeKeptWaitsForTheNextOne(t *testing.T) {
	s := newSlow(t)
	s.Type("one")
	s.Press("Enter")
	s.Type("tw")
	s.end(0, errors.New("no room"))
	if s.field.Text() != "tw" || !s.Sees("one") || s.draft != "one\ntw" {
		t.Fatalf("%q %q of %q", s.field.Text(), s.draft, kit.Texts(s.Root()))
	}
	s.Click("Restore")
	if s.field.Text() != "one" || s.draft != "tw\none" {
		t.Errorf("%q %q", s.field.Text(), s.draft)
	}
	s.Press("Enter")
	s.Click("Restore")
	s.Type("o")
	s.Press("Enter")
	if !slices.Equal(s.asked, []string{"one", "one", "two"}) || s.draft != "" || s.CanClick("Restore") {
		t.Errorf("%q %q", s.asked, s.draft)
	}
}

// What is wrong with an empty field goes as the focus goes, or when something else was done; what is wrong with a line that is
// typed stays with it.
func TestAnEmptyFieldHasNothingWrongForLong(t *testing.T) {
	for name, other := range map[string]func(s *slow){
		"left":  func(s *slow) { s.Canvas().Unfocus(); s.Clock.Move(time.Second) },
		"shown": func(s *slow) { s.hand.Shown() },
	} {
		for typed, want := range map[string]string{"": "", "one": "wrong"} {
			s := newSlow(t)
			s.Type(typed)
			s.field.SetError("wrong")
			if other(s); s.field.Error() != want {
				t.Errorf("%s: with %q typed it says %q", name, typed, s.field.Error())
			}
		}
	}
	s := newSlow(t)
	s.field.SetError("wrong")
	s.Canvas().Unfocus()
	s.Canvas().Focus(s.field.Focusable())
	if s.Clock.Move(time.Second); s.field.Error() == "" {
		t.Error("who comes back at once reads nothing")
	}
}

func TestLinesThatWaitOutliveTheWindow(t *testing.T) {
	s := newSlow(t)
	for _, draft := range []string{"", "one", "one\ntwo", "one\n\ntwo", "one\n"} {
		s.hand.Restore(draft)
		want := map[string]string{"one\n\ntwo": "one\ntwo"}[draft]
		if want == "" {
			want = draft
		}
		if s.hand.Typed(); s.draft != want {
			t.Errorf("%q is %q", draft, s.draft)
		}
	}
}

func TestOnceAtATime(t *testing.T) {
	var once forms.Once
	if !once.Begin() || once.Begin() || !once.Going() {
		t.Error("it began twice, or not at all")
	}
	once.End()
	if once.Going() || !once.Begin() {
		t.Error("it can't be done again")
	}
}

// A dialog whose saving goes on is not confirmed a second time.
func TestADoubleEnterConfirmsOnce(t *testing.T) {
	b, w := bench(t)
	form, n := forms.NewForm(w), 0
	name := forms.Put(form, kit.NewTextField("Name", "", nil), "name")
	var open *shell.Open
	open = b.Shell.Dialogs.Show(shell.Dialog{Content: name, Confirm: "Save", First: name.Focusable(), OK: func() bool {
		n++
		open.SetBusy(true) // as the window does for each Saving
		return false
	}})
	b.Press("Enter", "Enter")
	b.Click("Save")
	if n != 1 {
		t.Errorf("it was confirmed %d times", n)
	}
}
