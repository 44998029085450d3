package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// heldAfterUndo takes the last step back and gives what organizers have of the owner's answers to what went with it.
func heldAfterUndo(t *testing.T, p *planner.Planner) []planner.HeldAnswer {
	t.Helper()
	step, err := p.Undo(t.Context())
	ok(t, err)
	held, err := p.Replies.Held(t.Context(), step.Refs)
	ok(t, err)
	return held
}

// Who takes an invitation back that they have answered is told that its organizer has the answer, also of one meeting of a series;
// who has declined, or answered what is over, is expected nowhere.
func TestUndoTellsWhichAnswersOrganizersHave(t *testing.T) {
	one := eventText("one", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina)
	run := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY")
	for _, answer := range core.Answers() {
		for name, text := range map[string]string{"meeting": one, "series": run, "occurrence": run} {
			p := open(t)
			take(t, p, itip("REQUEST", text))
			var id core.ID
			switch name {
			case "meeting":
				id = meetingByUID(t, p, "one").ID
			case "series":
				id = seriesByUID(t, p, "run").ID
			case "occurrence":
				m, err := p.Series.Occurrence(t.Context(), seriesByUID(t, p, "run").ID, civil("2026-12-08T10:00"))
				ok(t, err)
				id = m.ID
			}
			ok(t, answersWith(t, p, id, answer))
			if answer == core.AnswerDeclined { // it is off here by a step of its own
				if held := heldAfterUndo(t, p); len(held) > 0 {
					t.Errorf("%s declined: %+v", name, held)
				}
			}
			held := heldAfterUndo(t, p)
			if answer == core.AnswerDeclined {
				if len(held) > 0 {
					t.Errorf("%s declined: %+v", name, held)
				}
				continue
			}
			if len(held) != 1 || held[0].Answer != answer || held[0].Title != "Weekly" || held[0].Organizer.Name != "Amina Yusuf" {
				t.Errorf("%s %s: %+v", name, answer, held)
			}
			step, err := p.Redo(t.Context())
			ok(t, err)
			if held, err := p.Replies.Held(t.Context(), step.Refs); err != nil || len(held) > 0 {
				t.Errorf("%s back: %+v, %v", name, held, err)
			}
			if needs := needsOf(t, p, planner.NeedToAnswer); name != "occurrence" && len(needs) > 0 {
				t.Errorf("%s back, and to be answered: %+v", name, needs)
			}
		}
	}
}

// A newer version that was accepted and is taken back leaves the former one here: the organizer expects the owner by the newer.
func TestUndoOfANewerVersionTellsOfItsAnswer(t *testing.T) {
	p := open(t)
	one := eventText("one", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina)
	take(t, p, itip("REQUEST", one))
	id := meetingByUID(t, p, "one").ID
	ok(t, answersWith(t, p, id, core.AnswerAccepted))
	take(t, p, itip("REQUEST", strings.NewReplacer("20261203T10", "20261204T12", "DURATION", "SEQUENCE:1\r\nDURATION").Replace(one)))
	if held := heldAfterUndo(t, p); len(held) > 0 {
		t.Errorf("answered to the former one alone: %+v", held)
	}
	_, err := p.Redo(t.Context())
	ok(t, err)
	ok(t, answersWith(t, p, id, core.AnswerAccepted))
	if held := heldAfterUndo(t, p); len(held) != 1 || held[0].Answer != core.AnswerAccepted {
		t.Errorf("%+v", held)
	}
}

// So it is where an invitation is taken back that made one of a copy.
func TestUndoOfAnInvitationToACopyTellsOfItsAnswer(t *testing.T) {
	p := open(t)
	one := eventText("one", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina)
	take(t, p, itip("PUBLISH", one))
	take(t, p, itip("REQUEST", one))
	ok(t, answersWith(t, p, meetingByUID(t, p, "one").ID, core.AnswerTentative))
	if held := heldAfterUndo(t, p); len(held) != 1 || held[0].Answer != core.AnswerTentative {
		t.Errorf("%+v", held)
	}
}

// Whoever deletes a meeting is told by which answer its organizer expects them there: one by itself, of a series that they answered
// as a whole, or one that a calendar says was answered elsewhere; not where they do not come, and not of a copy.
func TestADeletedMeetingIsExpectedByItsOrganizer(t *testing.T) {
	one := eventText("one", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina)
	for _, answer := range core.Answers() {
		p := open(t)
		take(t, p, itip("REQUEST", one))
		id := meetingByUID(t, p, "one").ID
		if held, err := p.Replies.Expected(t.Context(), id); err != nil || held != nil {
			t.Errorf("not answered: %+v, %v", held, err)
		}
		ok(t, answersWith(t, p, id, answer))
		held, err := p.Replies.Expected(t.Context(), id)
		ok(t, err)
		switch {
		case answer == core.AnswerDeclined && held != nil, answer != core.AnswerDeclined && (held == nil || held.Answer != answer):
			t.Errorf("%s: %+v", answer, held)
		case held != nil:
			if held.Title != "Weekly" || held.Organizer.Name != "Amina Yusuf" {
				t.Errorf("%s: %+v", answer, held)
			}
			ok(t, p.Meetings.Delete(t.Context(), id))
		}
	}
	p := open(t)
	take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY")))
	series := seriesByUID(t, p, "run").ID
	ok(t, answersWith(t, p, series, core.AnswerAccepted))
	m, err := p.Series.Occurrence(t.Context(), series, civil("2026-12-08T10:00"))
	ok(t, err)
	if held, err := p.Replies.Expected(t.Context(), m.ID); err != nil || held == nil || held.Answer != core.AnswerAccepted {
		t.Errorf("one of a series: %+v, %v", held, err)
	}
	take(t, p, itip("PUBLISH", eventText("copy", "DTSTART:20261203T120000Z\nDURATION:PT1H\n"+withAmina)))
	if held, err := p.Replies.Expected(t.Context(), meetingByUID(t, p, "copy").ID); err != nil || held != nil {
		t.Errorf("a copy: %+v, %v", held, err)
	}
}
