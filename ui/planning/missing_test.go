package planning_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// All that is missing or wrong is marked at once, each below its field, and the focus is in the first of them: whom the meeting
// is with is missed also where a date can't be read.
func TestAllThatIsMissingIsMarkedAtOnce(t *testing.T) {
	for lang, wrong := range map[core.Language][]string{
		core.English: {"Choose a relationship", "February 2027 has 28 days", "Enter a time, such as 14:30", "Enter a number from 5 to 1440"},
		core.Russian: {"Выберите наставничество", "В феврале 2027 года 28 дней", "Укажите время, например 14:30", "Укажите число от 5 до 1440"},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang, Route: shell.Route{Screen: "calendar"}})
		h.Run("meeting.new")
		whom := h.Canvas().Focused()
		for _, text := range []string{"31.02.2027", "", "1"} { // the day, the start and the minutes
			h.Press("Tab", "Ctrl+A", "Delete")
			h.Type(text)
		}
		h.Keys("Enter")
		h.Wants(wrong...)
		if h.Canvas().Focused() != whom {
			t.Errorf("%s: %T has the focus", lang, h.Canvas().Focused())
		}
	}
}

// The error of a plan names every field that is wrong.
func TestAPlanNamesAllThatIsWrong(t *testing.T) {
	var fields []string
	for _, p := range core.Problems(planning.Plan{Start: -1, Minutes: "1"}.Set(&core.Meeting{})) {
		fields = append(fields, p.Field)
	}
	if want := []string{"relationship", "date", "start", "length"}; !slices.Equal(fields, want) {
		t.Errorf("%q", fields)
	}
}
