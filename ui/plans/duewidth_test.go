package plans

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// A milestone's date is whole beside the button of the month, in both languages.
func TestAMilestonesDateIsWhole(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for month := time.January; month <= time.December; month++ {
			text := words.Dates(w).Format(core.NewDate(2026, month, 28))
			room := kit.Px(dueWidth) - kit.SizeOf(kit.SizeControl) - kit.Px(12) // the button, and what is around the text
			if need := fyne.MeasureText(text, kit.SizeOf(kit.SizeText), fyne.TextStyle{}).Width; need > room {
				t.Errorf("%q takes %v of %v", text, need, room)
			}
		}
	}
}

// The day of a goal is whole below its figure, in both languages, with the year where that is another one.
func TestTheDayOfAGoalIsWhole(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for month := time.January; month <= time.December; month++ {
			text := w.T("plans.due_on", "date", w.DateShort(core.NewDate(2027, month, 28), core.NewDate(2026, 11, 23)))
			if need := fyne.MeasureText(text, kit.SizeOf(kit.SizeCaption), fyne.TextStyle{}).Width; need > kit.Px(goalSide) {
				t.Errorf("%q takes %v of %v", text, need, kit.Px(goalSide))
			}
		}
	}
}
