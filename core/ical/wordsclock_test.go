package ical

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// A guest whose clock shows another day than that of the series is told by whose clock it repeats: "Thursday" and "every
// Wednesday" would contradict each other. Places have their names in the language of the message.
func TestTheRepeatLineDoesNotContradictTheGuestsClock(t *testing.T) {
	start := time.Date(2026, 3, 5, 1, 0, 0, 0, time.UTC) // Wednesday, 20:00, in New York
	rule, err := core.ParseRule("FREQ=WEEKLY")
	if err != nil {
		t.Fatal(err)
	}
	for zone, named := range map[core.Zone]bool{"Asia/Tokyo": true, "America/Toronto": false} {
		v := &core.Invitation{
			Method: core.MethodRequest, Title: "S", Start: start, End: start.Add(time.Hour), Stamp: start.AddDate(0, 0, -3),
			Organizer: core.Party{Name: "Anna", Email: "anna@x.example", Zone: "America/New_York"}, Guests: []core.Party{{Name: "Boris", Email: "b@x.example", Zone: zone}},
			Series: &core.InvitedSeries{Zone: "America/New_York", Start: core.NewDate(2026, 3, 4).At(20, 0), End: core.NewDate(2026, 3, 4).At(21, 0), Rule: rule},
		}
		for lang, clock := range map[core.Language]string{core.English: "every Wednesday (by the clock of New York)", core.Russian: "(время места: Нью-Йорк)"} {
			text := Compose(v, wordsOf(t, lang)).Text
			if strings.Contains(text, clock) != named {
				t.Errorf("%s, %s:\n%s", zone, lang, text)
			}
			if lang == core.Russian && (!strings.Contains(text, "Нью-Йорк") || strings.Contains(text, "New York")) {
				t.Errorf("%s:\n%s", zone, text)
			}
		}
	}
}
