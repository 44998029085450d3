package wire

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// ownWith is a meeting, or a series, of the owner's as their other calendar has it, with some guests.
func ownWith(sequence int, stamp, more string, guests ...string) string {
	text := fmt.Sprintf("SUMMARY:Own\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:olga@org.example\nSEQUENCE:%d\nDTSTART;TZID=Europe/Berlin:20261204T160000\nDURATION:PT1H%s", sequence, more)
	for _, g := range guests {
		text += "\nATTENDEE;" + g
	}
	return strings.ReplaceAll(calendarText(eventText("own", text)), "20261101T000000Z", stamp)
}

const (
	gus = "PARTSTAT=ACCEPTED:mailto:gus@gst.example"
	kim = "CN=Kim Rivers;PARTSTAT=TENTATIVE:mailto:kim@else.example"
)

// nextMessage writes the next message and gives whom it names, each with what they are said to have answered.
func nextMessage(t *testing.T, c *conversation, id core.ID, method core.Method, how planner.Sending) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "m.eml")
	sent, err := c.organizer.Invitations.SendAs(t.Context(), id, method, path, how)
	if err != nil {
		return string(core.CodeOf(err))
	}
	var out []string
	for i := range sent {
		data, err := os.ReadFile(planner.ManyFile(path, i, len(sent)))
		ok(t, err)
		plain := strings.ReplaceAll(string(data), "\r\n", "\n")
		to := plain[strings.Index(plain, "\nTo: ")+5:]
		var named []string
		for _, who := range []string{"gus", "kim"} {
			if strings.Contains(to[:strings.Index(to, "\n")], who+"@") {
				named = append(named, who)
			}
		}
		out = append(out, strings.Join(named, "+"))
	}
	return strings.Join(out, " ")
}

// Whom another calendar of the owner's had invited and nobody here knows gets the next messages from here, with the answer that
// they gave to that version; also after that, each by themselves, and when it is off.
func TestWhoIsNobodyHereIsNotForgotten(t *testing.T) {
	for _, series := range []bool{false, true} {
		c, more := converse(t), ""
		if series {
			more = "\nRRULE:FREQ=WEEKLY;COUNT=3"
		}
		take(t, c.organizer, ownWith(0, "20261101T000000Z", more, gus, kim))
		id := func() core.ID {
			if series {
				return ownSeries(t, c).ID
			}
			return ownMeeting(t, c, "own").ID
		}()
		v, err := c.organizer.Invitations.Prepare(t.Context(), id, core.MethodRequest)
		ok(t, err)
		if len(v.Others) != 1 || v.Others[0].Name != "Kim Rivers" || v.Others[0].Answer != core.AnswerTentative {
			t.Errorf("%+v", v.Others)
		}
		if got := nextMessage(t, c, id, core.MethodRequest, planner.Sending{}); got != "gus+kim" {
			t.Errorf("the first message: %s", got)
		}
		if got := nextMessage(t, c, id, core.MethodRequest, planner.Sending{Separately: true}); got != "gus kim" {
			t.Errorf("separately: %s", got)
		}
		if series {
			ok(t, c.organizer.Series.Move(t.Context(), id, planner.SeriesTime{Start: civil("2026-12-04T17:00")}))
		} else {
			ok(t, c.organizer.Meetings.Move(t.Context(), id, civil("2026-12-04T17:00"), core.Civil{}, ""))
		}
		if v, err = c.organizer.Invitations.PrepareAs(t.Context(), id, core.MethodRequest, planner.Sending{Together: true}); err != nil || len(v.Others) != 1 || v.Others[0].Answer != "" {
			t.Errorf("at another time: %+v, %v", v.Others, err)
		}
		if got := nextMessage(t, c, id, core.MethodRequest, planner.Sending{Together: true}); got != "gus+kim" {
			t.Errorf("at another time: %s", got)
		}
		if series {
			ok(t, c.organizer.Series.CallOff(t.Context(), id, ""))
		} else {
			ok(t, c.organizer.Meetings.Cancel(t.Context(), id, ""))
		}
		if got := nextMessage(t, c, id, core.MethodCancel, planner.Sending{}); got != "gus+kim" {
			t.Errorf("off: %s", got)
		}
	}
}

// Nothing that only its readers may read goes to who is nobody here.
func TestWhoIsNobodyHereReadsNoAgenda(t *testing.T) {
	c := converse(t)
	take(t, c.organizer, ownWith(0, "20261101T000000Z", "", gus, kim))
	m := ownMeeting(t, c, "own")
	rel, err := c.organizer.Relationships.Get(t.Context(), c.rel)
	ok(t, err)
	owner, err := c.organizer.Workspace.Owner(t.Context())
	ok(t, err)
	_, err = c.organizer.Agendas.Add(t.Context(), m.ID, core.AgendaItem{Text: "Salary", Readers: core.Visibility{Readers: rel.Others(owner.ID)}})
	ok(t, err)
	v, err := c.organizer.Invitations.PrepareAs(t.Context(), m.ID, core.MethodRequest, planner.Sending{Agenda: true})
	ok(t, err)
	if strings.Contains(v.Description, "Salary") {
		t.Errorf("%q", v.Description)
	}
}

// A guest whom a newer file of the other calendar has no more is left out of the next message, and is owed nothing; when it has them
// again, they are asked again. A file that is older than an invitation from here does not speak for that.
func TestWhoIsTakenOffElsewhereIsLeftOut(t *testing.T) {
	c := converse(t)
	take(t, c.organizer, ownWith(0, "20261101T000000Z", "", gus, kim))
	m := ownMeeting(t, c, "own")
	plan := taken(t, c.organizer, ownWith(0, "20261102T000000Z", "", kim), planner.CalendarAsBoth)
	if plan.Steps[0].Kept != core.FlawGuestsOff {
		t.Errorf("%+v", plan.Steps[0])
	}
	owed, err := c.organizer.Invitations.Owed(t.Context(), []core.Ref{core.RefOf(m)})
	if ok(t, err); len(owed) > 0 {
		t.Errorf("owed: %+v", owed)
	}
	if said, err := c.organizer.Replies.To(t.Context(), m.ID); err != nil || len(said) > 0 {
		t.Errorf("an answer is waited for: %+v, %v", said, err)
	}
	if got := nextMessage(t, c, m.ID, core.MethodRequest, planner.Sending{}); got != "kim" {
		t.Errorf("the next message: %s", got)
	}
	taken(t, c.organizer, ownWith(1, "20261103T000000Z", "", gus, kim), planner.CalendarAsBoth)
	if got := nextMessage(t, c, m.ID, core.MethodRequest, planner.Sending{}); got != "gus+kim" {
		t.Errorf("asked again: %s", got)
	}
	ok(t, c.organizer.Meetings.Move(t.Context(), m.ID, civil("2026-12-04T18:00"), core.Civil{}, ""))
	c.send(t, m.ID, core.MethodRequest)
	take(t, c.organizer, ownWith(1, "20261104T000000Z", "", kim))
	if got := nextMessage(t, c, m.ID, core.MethodRequest, planner.Sending{}); got != "gus+kim" {
		t.Errorf("a file older than what went out from here: %s", got)
	}
}

// The same of a series, at another time; nobody is left then to be told that it is off.
func TestWhoIsTakenOffASeriesIsLeftOut(t *testing.T) {
	c := converse(t)
	take(t, c.organizer, ownWith(0, "20261101T000000Z", "\nRRULE:FREQ=WEEKLY;COUNT=3", gus))
	s := ownSeries(t, c)
	plan := taken(t, c.organizer, strings.Replace(ownWith(1, "20261102T000000Z", "\nRRULE:FREQ=WEEKLY;COUNT=3"), "T160000", "T170000", 1), planner.CalendarAsBoth)
	if plan.Steps[0].Kept != core.FlawGuestsOff || starts(t, c.organizer, s.ID) != "12-04T17:00 12-11T17:00 12-18T17:00" {
		t.Errorf("%+v: %s", plan.Steps[0], starts(t, c.organizer, s.ID))
	}
	owed, err := c.organizer.Invitations.Owed(t.Context(), []core.Ref{{Kind: core.KindRelationship, ID: c.rel}})
	if ok(t, err); len(owed) > 0 {
		t.Errorf("owed: %+v", owed)
	}
	if got := nextMessage(t, c, s.ID, core.MethodRequest, planner.Sending{}); got != string(core.CodeNoRecipients) {
		t.Errorf("the next message: %s", got)
	}
	ok(t, c.organizer.Series.CallOff(t.Context(), s.ID, ""))
	if got := nextMessage(t, c, s.ID, core.MethodCancel, planner.Sending{}); got != string(core.CodeNoRecipients) {
		t.Errorf("off: %s", got)
	}
}

// The owner's own from another calendar is among what Today tells as any other is, also where it is neither this week's nor the next:
// what is on again after its guests were told from here that it is off, and a series that was moved here.
func TestTodayTellsOfTheOwnersOwnFromElsewhere(t *testing.T) {
	needs := func(c *conversation, id core.ID) (out []planner.NeedKind) {
		today, err := c.organizer.Today(t.Context())
		ok(t, err)
		for _, need := range today.Needs {
			if need.Ref.ID == id {
				out = append(out, need.Kind)
			}
		}
		return out
	}
	c := converse(t)
	_, err := c.organizer.Meetings.Plan(t.Context(), core.Meeting{Relationship: c.rel, Start: civil("2026-11-30T10:00"), End: civil("2026-11-30T11:00"), Zone: "Europe/Berlin"})
	ok(t, err)
	take(t, c.organizer, strings.ReplaceAll(ownWith(0, "20261101T000000Z", "", gus), "20261204", "20261218"))
	m := ownMeeting(t, c, "own")
	ok(t, c.organizer.Meetings.Cancel(t.Context(), m.ID, ""))
	c.send(t, m.ID, core.MethodCancel)
	if got := needs(c, m.ID); len(got) > 0 {
		t.Errorf("off: %v", got)
	}
	_, err = c.organizer.Undo(t.Context())
	ok(t, err)
	if got := needs(c, m.ID); !slices.Equal(got, []planner.NeedKind{planner.NeedInvite}) {
		t.Errorf("on again: %v", got)
	}

	c = converse(t)
	take(t, c.organizer, ownWith(0, "20261101T000000Z", "\nRRULE:FREQ=WEEKLY;COUNT=3", gus))
	s := ownSeries(t, c)
	if got := needs(c, s.ID); len(got) > 0 {
		t.Errorf("a series as it was sent: %v", got)
	}
	ok(t, c.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-04T18:00")}))
	if got := needs(c, s.ID); !slices.Equal(got, []planner.NeedKind{planner.NeedOldTime}) {
		t.Errorf("a series at another time: %v", got)
	}
}
