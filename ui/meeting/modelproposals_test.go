package meeting

import (
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func TestProposals(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	berlin, err := core.Zone("Europe/Berlin").Location()
	if err != nil {
		t.Fatal(err)
	}
	guest, meeting := core.ID{1}, core.ID{2}
	start := core.Civil{Date: core.Date{Year: 2026, Month: time.November, Day: 25}, Hour: 12}
	reply := &core.Reply{Head: core.Head{ID: core.ID{3}}, Meeting: meeting, Person: guest, Start: start, End: start.AddMinutes(30), Zone: "Africa/Nairobi"}
	room := &planner.Room{
		Zone: berlin, Today: core.Date{Year: 2026, Month: time.November, Day: 25}, Meeting: &core.Meeting{Status: core.MeetingPlanned, Start: start.AddMinutes(-60), End: start.AddMinutes(-30), Zone: "Africa/Nairobi"},
		People:  map[core.ID]*core.Person{guest: {Name: "Amina Yusuf"}},
		Answers: []planner.GuestAnswer{{Person: core.ID{9}, Answer: core.AnswerNone}, {Person: guest, Answer: core.AnswerTentative, Reply: reply}},
	}
	got := proposals(room, w)
	if len(got) != 1 || got[0].Reply != reply.ID || got[0].Who != "Amina Yusuf proposes today 10:00" || got[0].Take != "Accept today 10:00" {
		t.Errorf("%+v", got)
	}
	reply.End = start.AddMinutes(180) // and another length
	if got = proposals(room, w); got[0].Who != "Amina Yusuf proposes today 10:00–13:00 (3 h instead of 30 min)" || got[0].Take != "Accept today 10:00–13:00 (3 h instead of 30 min)" {
		t.Errorf("%+v", got)
	}
	reply.End = start.AddMinutes(30)
	for name, change := range map[string]func(){
		"of a meeting that is over": func() { room.Meeting = &core.Meeting{Status: core.MeetingHeld} },
		"for a series that is gone": func() { reply.Meeting, reply.Series = core.ID{}, core.ID{4} },
		"taken already":             func() { reply.Start = core.Civil{} },
	} {
		saved, was := *reply, room.Meeting
		change()
		if got := proposals(room, w); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
		*reply, room.Meeting = saved, was
	}
	series := &core.Series{Start: start.AddMinutes(-7 * 24 * 60), End: start.AddMinutes(30 - 7*24*60), Zone: "Africa/Nairobi"}
	room.Series, room.Meeting = series, &core.Meeting{Head: core.Head{ID: meeting}, Status: core.MeetingPlanned, Start: start, End: start.AddMinutes(30), Zone: "Africa/Nairobi", Recurrence: start}
	reply.Meeting, reply.Series, reply.Start, reply.End = core.ID{}, core.ID{4}, series.Start.AddMinutes(60), series.End.AddMinutes(60)
	got = proposals(room, w)
	want := []Proposal{
		{Reply: reply.ID, All: true, Who: "Amina Yusuf proposes today 11:00 and the whole series with it", Take: "Accept today 11:00 for the whole series", Keep: "Keep the old time: decline Amina Yusuf’s proposal"},
		{Reply: reply.ID, Meeting: meeting, Take: "Accept today 11:00 for this meeting only"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	room.Meeting.Start, room.Meeting.End = start.AddMinutes(60), start.AddMinutes(90) // it has that time already
	if got = proposals(room, w); len(got) != 1 || !got[0].All || got[0].Who == "" {
		t.Errorf("%+v", got)
	}
	reply.Start, reply.End, reply.Place = series.Start, series.End, "Café Krone" // at its own times
	want = []Proposal{
		{Reply: reply.ID, All: true, Place: true, Who: "Amina Yusuf proposes another place for the whole series: Café Krone", Take: "Accept this place for the whole series: Café Krone", Keep: "Keep the old place: decline Amina Yusuf’s proposal"},
		{Reply: reply.ID, Meeting: meeting, Place: true, Take: "Accept this place for this meeting only: Café Krone"},
	}
	if got = proposals(room, w); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
