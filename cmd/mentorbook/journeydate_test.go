package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// mistyped is a meeting's day as somebody types it, wrong twice, and what they read each time.
type mistyped struct{ lang, noDay, says, noMonth, saysMonth, right, kept string }

// TestAMistypedDateIsMended plans a meeting by keys alone on a day that is in no month, reads below the field what is
// wrong, mends it and keeps the meeting.
func TestAMistypedDateIsMended(t *testing.T) {
	mistyped{
		"en", "31 Feb 2027", "February 2027 has 28 days", "26.13.2026", "There is no month 13,", "26 Feb 2027", "Meeting planned",
	}.mend(t)
}

// TestAMistypedDateIsMendedInRussian does the same in the other language.
func TestAMistypedDateIsMendedInRussian(t *testing.T) {
	mistyped{
		"ru", "31.02.2027", "В феврале 2027 года 28 дней", "26.13.2026", "Месяца 13 нет:", "26.02.2027", "Встреча запланирована",
	}.mend(t)
}

func (m mistyped) mend(t *testing.T) {
	t.Helper()
	h := atKeyboard(t)
	path := filepath.Join(string(h.home), "mine.mentorbook")
	h.start("-workspace", path, "-sample", "mentor", "-lang", m.lang)
	h.press("ctrl+shift+m")
	h.typed("tomasz")
	h.press("Return", "Tab")
	h.typed(m.noDay) // over the day that stands there
	h.press("Tab")
	h.sees(m.says)
	h.typed("15:10") // goes into the next field, and not to an icon
	h.press("Return")
	h.sees(m.says) // not kept: what is wrong is said, and the field has the focus
	h.press("ctrl+a")
	h.typed(m.noMonth)
	h.press("Return")
	h.sees(m.saysMonth)
	h.press("ctrl+a")
	h.typed(m.right)
	h.press("Return")
	h.sees(m.kept)
	h.quit()
	if all := h.tells(path, "list", "meetings"); !strings.Contains(all, "2027-02-26  15:10") {
		t.Error(all)
	}
}
