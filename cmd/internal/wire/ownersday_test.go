package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A meeting that begins just after midnight in its own zone is on the day before for an owner further west: so a search
// says, and the notes of the relationship, and a list of the series of one day.
func TestAMeetingHasItsDayByTheOwnersClock(t *testing.T) {
	p, ctx := open(t), t.Context()
	take(t, p, itip("REQUEST", eventText("late", "DTSTART;TZID=Africa/Nairobi:20261210T003000\nDURATION:PT1H\nORGANIZER:mailto:amina.yusuf@kijani.example\nATTENDEE:mailto:maja@lindqvist.example\nSUMMARY:Zanzibar")))
	take(t, p, itip("REQUEST", eventText("run", "DTSTART;TZID=Africa/Nairobi:20261210T003000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n"+withAmina)))
	m, day := meetingByUID(t, p, "late"), core.NewDate(2026, 12, 9) // 22:30 in Berlin
	if m.Start.Date == day {
		t.Fatal("its own day is no other")
	}
	_, err := p.Notes.Write(ctx, core.Note{About: core.RefOf(m), Text: "Spice and dhows"})
	ok(t, err)
	words := p.NewSearch()
	defer words.Close()
	for query, kind := range map[string]core.Kind{"Zanzibar": core.KindMeeting, "dhows": core.KindNote} {
		found, err := words.Find(ctx, query, 5)
		ok(t, err)
		if len(found.Found) != 1 || found.Found[0].Ref.Kind != kind || found.Found[0].On != day {
			t.Errorf("%s: %+v", query, found.Found)
		}
	}
	notes, err := p.Relationships.NotesIn(ctx, m.Relationship)
	ok(t, err)
	if n := notes.Rows[0]; n.Note.Text != "Spice and dhows" || n.On != day {
		t.Errorf("%+v", n)
	}
	for _, kind := range []core.Kind{core.KindMeeting, core.KindSeries} {
		for on, want := range map[core.Date]bool{day: true, m.Start.Date: false} {
			list, err := p.List(ctx, planner.Filter{Kind: kind, Relationship: m.Relationship, Period: core.Period{From: on, To: on.AddDays(1)}})
			ok(t, err)
			if (len(list) > 0) != want {
				t.Errorf("%d of %s on %s", len(list), kind, on)
			}
		}
	}
}
