package forms_test

import (
	"errors"
	"os"
	"testing"
	_ "time/tzdata"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/words"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

func bench(t *testing.T) (*shelltest.Bench, *locale.Words) {
	t.Helper()
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	return shelltest.New(t, fyne.NewSize(900, 600), shell.Config{Words: w.T, Open: func(shell.Route) shell.Page { return nil }}), w
}

func TestProblemsStandUnderTheirFields(t *testing.T) {
	b, w := bench(t)
	form := forms.NewForm(w)
	name := forms.Put(form, kit.NewTextField("Name", "", nil), "name")
	emails := forms.Put(form, kit.NewTextField("E-mails", "", nil), "emails", "email")
	open := b.Shell.Dialogs.Show(shell.Dialog{Title: "Form", Content: kit.Stack(8, name, emails, form.Rest())})
	if form.Show(errors.Join(
		core.FailField(core.CodeBadEmail, "emails.2", "value", "x"), core.FailField(core.CodeRequired, "emails"), core.FailField(core.CodeRequired, "purpose"),
	)) {
		t.Error("all is well, it says")
	}
	if name.Error() != "" || emails.Error() == "" || b.Canvas().Focused() != emails.Focusable() || !b.Sees("Purpose is empty: fill it in") {
		t.Errorf("%q, %q, %q", name.Error(), emails.Error(), kit.Texts(b.Root()))
	}
	if !form.Show(nil) || emails.Error() != "" || b.Sees("Purpose") {
		t.Error("what was mended is still wrong")
	}
	open.Close()
}

// Whoever presses Enter far from a date that is none is taken to it, and to the first where there are several.
func TestCheckGoesToTheFirstWrongField(t *testing.T) {
	b, w := bench(t)
	today := core.NewDate(2026, 11, 23)
	from, to := kit.NewDateField("From", today, today, words.Dates(w), nil), kit.NewDateField("To", today, today, words.Dates(w), nil)
	name := kit.NewTextField("Name", "", nil)
	b.Shell.Dialogs.Show(shell.Dialog{Title: "Form", Content: kit.Stack(8, from, to, name)})
	b.Canvas().Focus(name.Focusable())
	if !forms.Check(from, to) || b.Canvas().Focused() != name.Focusable() {
		t.Error("two dates are wrong, it says")
	}
	for _, c := range []struct {
		from, to string
		at       fyne.Focusable
	}{{"23 Nov", "31 Feb 2027", to.Focusable()}, {"31 Nov", "31 Feb 2027", from.Focusable()}, {"31 Nov", "23 Nov", from.Focusable()}} {
		from.PutBack(c.from)
		to.PutBack(c.to)
		b.Canvas().Focus(name.Focusable())
		if forms.Check(from, to) || b.Canvas().Focused() != c.at {
			t.Errorf("%s and %s: %T has the focus", c.from, c.to, b.Canvas().Focused())
		}
	}
}

func TestAZoneIsFoundByItsCity(t *testing.T) {
	b, w := bench(t)
	var told []core.Zone
	zone := forms.Zone(w, "Europe/Berlin", func(z core.Zone) { told = append(told, z) })
	b.Shell.Dialogs.Show(shell.Dialog{Title: "Form", Content: kit.Stack(8, zone, kit.NewTextField("Next", "", nil))})
	if v, ok := zone.Value(); !ok || v.Key != "Europe/Berlin" || v.Text != "Berlin" {
		t.Errorf("%v, %v", v, ok)
	}
	b.Press("Ctrl+A")
	b.Type("токи")
	if _, ok := zone.Value(); ok || !b.Sees("Asia/Tokyo") {
		t.Error("half a name is a zone, or Tokyo is not proposed")
	}
	b.Press("Enter")
	if v, ok := zone.Value(); !ok || v.Key != "Asia/Tokyo" || b.Sees("Asia/Tokyo") || len(told) != 2 {
		t.Errorf("%v, %v, told %v", v, ok, told)
	}
	b.Press("Ctrl+A")
	b.Type("san")
	b.Press("Down", "Down", "Enter")
	if v, ok := zone.Value(); !ok || v.Key == "Asia/Tokyo" {
		t.Errorf("the second proposal is %v, %v", v, ok)
	}
	b.Press("Ctrl+A", "Delete")
	if v, ok := zone.Value(); !ok || v.Key != "" {
		t.Errorf("an empty field is %v, %v", v, ok)
	}
}
