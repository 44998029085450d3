package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestAMistypedDateIsMended plans a meeting by keys alone on a day that is in no month, reads below the field what is
// wrong, mends it and keeps the meeting, in both languages.
func TestAMistypedDateIsMended(t *testing.T) {
	for lang, c := range map[string]struct{ wrong, says, month, noMonth, right, kept string }{
		"en": {"31 Feb 2027", "February 2027 has 28 days", "26.13.2026", "There is no month 13, write it like", "26 Feb 2027", "Meeting planned"},
		"ru": {"31.02.2027", "В феврале 2027 года 28 дней", "26.13.2026", "Месяца 13 нет, напишите, например,", "26.02.2027", "Встреча назначена"},
	} {
		t.Run(lang, func(t *testing.T) {
			h := atKeyboard(t)
			path := filepath.Join(string(h.home), "mine.mentorbook")
			h.start("-workspace", path, "-sample", "mentor", "-lang", lang)
			h.press("ctrl+shift+m")
			h.typed("tomasz")
			h.press("Return", "Tab")
			h.typed(c.wrong) // over the day that stands there
			h.press("Tab")
			h.sees(c.says)
			h.typed("15:10") // goes into the next field, and not to an icon
			h.press("Return")
			h.sees(c.says) // not kept: what is wrong is said, and the field has the focus
			h.press("ctrl+a")
			h.typed(c.month)
			h.press("Return")
			h.sees(c.noMonth)
			h.press("ctrl+a")
			h.typed(c.right)
			h.press("Return")
			h.sees(c.kept)
			h.quit()
			if all := h.tells(path, "list", "meetings"); !strings.Contains(all, "2027-02-26  15:10") {
				t.Error(all)
			}
		})
	}
}
