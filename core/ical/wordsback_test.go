package ical

import (
	"strings"
	"testing"

	"mentorbook/core"
)

// A message about a whole series says which of its meetings to come take place after all, at the time that they have, in the words
// of its language; and asks who has still to answer to one of those that it names.
func TestWhatTakesPlaceAfterAllIsSaid(t *testing.T) {
	rule, err := core.ParseRule("FREQ=WEEKLY;COUNT=4")
	if err != nil {
		t.Fatal(err)
	}
	start := core.NewDate(2026, 11, 27).At(10, 0)
	one, moved := core.NewDate(2026, 12, 4).At(10, 0), core.NewDate(2026, 12, 11).At(10, 0)
	for lang, want := range map[core.Language]string{
		core.English: "Taking place after all:\n- Fri 4 Dec, 10:00–10:45\n- Fri 11 Dec, 15:00–15:45\n",
		core.Russian: "Всё-таки состоятся:\n- пт, 4 дек., 10:00–10:45\n- пт, 11 дек., 15:00–15:45\n",
	} {
		v := plain()
		v.Organizer.Zone, v.Guests[0].Zone = "Europe/Berlin", "Europe/Berlin"
		v.Guests = v.Guests[:1]
		v.Guests[0].Answer, v.News, v.Stamp = core.AnswerAccepted, core.NewsChange, at("2026-11-28T09:00:00Z")
		v.Series = &core.InvitedSeries{
			Zone: "Europe/Berlin", Start: start, End: start.AddMinutes(45), Rule: rule,
			Back:  []core.Civil{start, one, moved}, // the first is over
			Moved: []core.InvitedOccurrence{{Original: moved, Start: moved.AddMinutes(300), End: moved.AddMinutes(345), Title: v.Title, Place: v.Place, Link: v.Link}},
		}
		text := func() string { return strings.ReplaceAll(Compose(&v, wordsOf(t, lang)).Text, "\u00a0", " ") + "\n" }
		answered := wordsOf(t, lang).T("email.answered", "file", attachmentName)
		if got := text(); !strings.Contains(got, want) || strings.Contains(got, answered) {
			t.Errorf("%s:\n%s", lang, got)
		}
		v.Series.Moved[0].Answers = map[core.ID]core.Answer{v.Guests[0].Person: core.AnswerTentative}
		if got := text(); !strings.Contains(got, answered) {
			t.Errorf("%s, answered:\n%s", lang, got)
		}
		v.Series.Back = v.Series.Back[:1]
		if got := text(); strings.Contains(got, strings.SplitAfter(want, ":")[0]) {
			t.Errorf("%s, nothing to come:\n%s", lang, got)
		}
	}
}
