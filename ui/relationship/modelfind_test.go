package relationship

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// A meeting is found by its title, its agenda and its day as the language writes it in full, in short and by its weekday.
func TestMeetingsAreFound(t *testing.T) {
	day := core.NewDate(2026, 11, 27)
	meeting := func(w *locale.Words) []Meeting {
		m := Meeting{When: w.DateWithDay(day, day) + ", 16:00–17:00", What: "Talk · Room 4"}
		m.findable(&core.Meeting{Title: "Talk", Agenda: []core.AgendaItem{{Text: "Выбрать тему"}, {Text: "Slides"}}}, day, w)
		return []Meeting{m}
	}
	ru, err := locale.New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	for typed, in := range map[string][2]bool{ // in English, in Russian
		"":                  {true, true},
		"talks":             {true, true},
		"slide темы":        {true, true},
		"room":              {true, true},
		"27 november 2026":  {true, false},
		"friday":            {true, false},
		"27 ноября 2026":    {false, true},
		"ноябрь":            {false, true},
		"в пятницу":         {false, true}, // what is short begins a word
		"пт":                {false, true},
		"28 november":       {false, false},
		"lighthouse slides": {false, false},
	} {
		if got := [2]bool{len(Found(meeting(english(t)), typed)) == 1, len(Found(meeting(ru), typed)) == 1}; got != in {
			t.Errorf("%q: %v, want %v", typed, got, in)
		}
	}
}
