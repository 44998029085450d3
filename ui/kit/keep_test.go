package kit

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// TestFieldsGiveBackWhatTheyHeld: whatever stands in a field, whole or half typed, stands in another of its kind after
// it was put back there, and is told as if a person had typed it.
func TestFieldsGiveBackWhatTheyHeld(t *testing.T) {
	words := englishWords()
	on, today := core.NewDate(2027, 3, 12), core.NewDate(2026, 11, 23)
	items := func(string) []ComboItem { return []ComboItem{{Key: "1", Text: "Amina"}} }
	told := 0
	fresh := map[string]func() Keeper{
		"text":     func() Keeper { return NewTextField("", "", func(string) { told++ }) },
		"date":     func() Keeper { return NewDateField("", core.Date{}, today, words, func(core.Date) { told++ }) },
		"time":     func() Keeper { return NewTimeField("", -1, TimeWords{}, func(int) { told++ }) },
		"combo":    func() Keeper { return NewCombo("", "", items, func(ComboItem) { told++ }) },
		"select":   func() Keeper { return NewSelect("", []string{"a", "b"}, 0, func(int) { told++ }) },
		"segments": func() Keeper { return NewSegments([]string{"a", "b"}, 0, func(int) { told++ }) },
		"box":      func() Keeper { return NewCheckBox("x", false, func(bool) { told++ }) },
	}
	for _, c := range []struct {
		kind  string
		fill  func(Keeper)
		tells bool
	}{
		{"text", func(k Keeper) { k.(*TextField).SetText("Zürich\nи два") }, true},
		{"date", func(k Keeper) { k.(*DateField).SetValue(on) }, true},
		{"date", func(k Keeper) { k.(*DateField).Type("12.") }, false},
		{"time", func(k Keeper) { k.(*TimeField).SetValue(7*60 + 5) }, true},
		{"time", func(k Keeper) { k.(*TimeField).Type("25:") }, false},
		{"combo", func(k Keeper) { k.(*Combo).SetValue(ComboItem{Key: "1", Text: "Amina", Caption: "Nairobi"}) }, true},
		{"combo", func(k Keeper) { k.(*Combo).Type("Ami") }, false},
		{"select", func(k Keeper) { k.(*Select).Choose(1) }, true},
		{"segments", func(k Keeper) { k.PutBack("1") }, true},
		{"box", func(k Keeper) { k.(*CheckBox).SetOn(true) }, true},
	} {
		was, now := fresh[c.kind](), fresh[c.kind]()
		newBench(t, Look{Mode: Light}, fyne.NewSize(400, 300), Stack(4, was.(fyne.CanvasObject), now.(fyne.CanvasObject)))
		c.fill(was)
		told = 0
		now.PutBack(was.Content())
		if now.Content() != was.Content() || now.Content() == fresh[c.kind]().Content() || told != 1 && c.tells {
			t.Errorf("%s: %q became %q, told %d times", c.kind, was.Content(), now.Content(), told)
		}
		now.PutBack("{") // nothing that any field has written
	}
}

// What is put back into a field that has the focus is selected as a whole where it is one thing: no letter of it stays beside
// what is typed next, however long the former text was.
func TestWhatIsPutBackIsReplacedAsAWhole(t *testing.T) {
	date := NewDateField("Date", day("2026-11-20"), day("2026-11-20"), englishWords(), nil)
	at := NewTimeField("At", 9*60, TimeWords{Parse: locale.ParseTime, Bad: "not a time"}, nil)
	minutes := NewTextField("Minutes", "", nil).Whole()
	name := NewTextField("Name", "", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 400), Stack(8, date, at, minutes, name))
	for _, c := range []struct {
		field interface {
			Keeper
			Focusable() fyne.Focusable
			Type(text string)
		}
		before, back, typed, want string
	}{
		{date, "31 Feb", "2026-11-27", "Friday", "Friday"},
		{at, "8", "10:30", "25", "25"},
		{minutes, "6", "120", "45", "45"},
		{name, "Ann", "Annabel", "la", "Annabella"},
	} {
		b.window.Canvas().Focus(c.field.Focusable())
		c.field.Type(c.before)
		c.field.PutBack(c.back)
		b.window.Canvas().Focus(c.field.Focusable())
		c.field.Type(c.typed)
		if got := c.field.Focusable().(*entry).Text; got != c.want {
			t.Errorf("%q typed over %q is %q", c.typed, c.back, got)
		}
	}
}

// What is wrong with what is put back is said at once.
func TestWhatIsPutBackSaysWhatIsWrong(t *testing.T) {
	date := NewDateField("Date", core.Date{}, day("2026-11-20"), englishWords(), nil)
	at := NewTimeField("At", 9*60, TimeWords{Parse: locale.ParseTime, Bad: "not a time"}, nil)
	minutes := NewTextField("Minutes", "", nil)
	minutes.OnLeave(func() { minutes.SetError("no number") })
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 400), Stack(8, date, at, minutes))
	date.PutBack("31 Feb 2027")
	at.PutBack("27:00")
	minutes.PutBack("some")
	if date.Error() == "" || at.Error() == "" || minutes.Error() == "" {
		t.Errorf("%q, %q, %q", date.Error(), at.Error(), minutes.Error())
	}
	date.PutBack("2027-02-28")
	at.PutBack("17:00")
	minutes.PutBack("")
	if date.Error() != "" || at.Error() != "" {
		t.Errorf("%q, %q", date.Error(), at.Error())
	}
}
