package capture_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// A line that names several makes an action for each of them, which is told before it is kept and taken back as one.
func TestALineForSeveralIsAnActionForEach(t *testing.T) {
	for lang, c := range map[core.Language]struct{ line, title, told, said string }{
		core.English: {"Amina and Иван: slides by Monday", "Slides", "one action each", "An action for each added: Slides"},
		core.Russian: {"Amina и Иван: слайды к понедельнику", "Слайды", "по договорённости у каждого", "Каждому добавлена договорённость"},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		owners := func() map[core.ID]int {
			out := map[core.ID]int{}
			for _, name := range []string{"Amina", "Иван"} {
				all, err := h.Planner.Actions.Of(t.Context(), h.Relationship(name).ID)
				if err != nil {
					t.Fatal(err)
				}
				for _, a := range all {
					if a.Title == c.title {
						out[a.Owner]++
					}
				}
			}
			return out
		}
		h.Keys("Ctrl+Shift+N")
		h.Type("! " + c.line)
		h.Wants(c.told)
		h.Keys("Enter")
		h.Wants(c.said)
		if got := owners(); len(got) != 2 || got[h.Person("Amina").ID] != 1 || got[h.Person("Иван").ID] != 1 {
			t.Errorf("%v", got)
		}
		h.Keys("Ctrl+Z")
		if got := owners(); len(got) != 0 {
			t.Errorf("%v after undo", got)
		}
	}
}
