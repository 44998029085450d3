package wire

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// does carries out one step of a conversation that is written down, about the meeting of a date or all of them: what the guest
// says or proposes waits, and so does what the organizer sends.
func (b *manyTurns) does(t *testing.T, step string) {
	t.Helper()
	ctx := t.Context()
	b.clock.now = b.clock.now.Add(time.Minute)
	what, about, _ := strings.Cut(step, " ")
	m := b.of(t, about)
	switch what {
	case "accepted", "declined", "tentative":
		id := b.mine(t).ID
		if m != nil {
			one := b.guests(t, m)
			if one == nil {
				return // there is nothing to say it to any more
			}
			id = one.ID
		}
		b.says(t, id, core.MethodReply, planner.Sending{Answer: core.Answer(what)}, step)
	case "proposes":
		if m == nil {
			mine := b.mine(t)
			b.says(t, mine.ID, core.MethodCounter, planner.Sending{Start: mine.Start.AddMinutes(120), Zone: "Europe/Berlin"}, step)
			return
		}
		one := b.guests(t, m)
		b.says(t, one.ID, core.MethodCounter, planner.Sending{Start: one.Start.AddMinutes(45), Zone: "Europe/Berlin"}, step)
	case "keeps":
		b.keeps(t, m)
	case "tells":
		b.send(t, m.ID, core.MethodDeclineCounter)
	case "days": // later by one, all of them, so that some are new
		ok(t, b.organizer.Series.Move(ctx, b.series.ID, planner.SeriesTime{Start: b.series.Start.AddMinutes(24 * 60)}))
	case "cancels":
		ok(t, b.organizer.Meetings.Cancel(ctx, m.ID, ""))
	case "moves":
		ok(t, b.organizer.Meetings.Move(ctx, m.ID, m.Start.AddMinutes(60), core.Civil{}, ""))
	case "names":
		ok(t, b.organizer.Meetings.Change(ctx, m.ID, func(m *core.Meeting) error { m.Title = "Own"; return nil }))
	case "places":
		ok(t, b.organizer.Series.Change(ctx, b.series.ID, func(s *core.Series) error { s.Place = "Lab"; return nil }))
	case "ends":
		ok(t, b.organizer.Series.End(ctx, b.series.ID, core.NewDate(2026, 12, 19)))
	case "shifts": // all of them
		ok(t, b.organizer.Series.Move(ctx, b.series.ID, planner.SeriesTime{Start: b.series.Start.AddMinutes(60)}))
	case "weeks": // later by one, so that most dates stay
		ok(t, b.organizer.Series.Move(ctx, b.series.ID, planner.SeriesTime{Start: b.series.Start.AddMinutes(7 * 24 * 60)}))
	case "undoes":
		_, err := b.organizer.Undo(ctx)
		ok(t, err)
	case "sends":
		id := b.series.ID
		if m != nil {
			id = m.ID
		}
		b.send(t, id, core.MethodRequest)
	case "forgets": // the guest undoes what they read, and has all of it to read again
		step, err := b.guest.Undoable(ctx)
		ok(t, err)
		if step.Title != planner.TitleCalendarImported {
			t.Fatalf("%s is the last step", step.Title)
		}
		_, err = b.guest.Undo(ctx)
		ok(t, err)
		b.waiting, b.read = b.read, nil
	case "reads":
		b.reads(t)
	case "hears":
		b.hear(t)
	default:
		t.Fatalf("no step: %s", step)
	}
}

// keeps declines what the guest proposes for a meeting.
func (b *manyTurns) keeps(t *testing.T, m *core.Meeting) {
	t.Helper()
	all, err := b.organizer.Replies.To(t.Context(), m.ID)
	ok(t, err)
	for _, g := range all {
		if g.Proposes() {
			ok(t, b.organizer.Replies.Keep(t.Context(), g.Reply.ID))
			return
		}
	}
	t.Fatal("nobody proposes")
}

// of gives the organizer's meeting of a date in December; nil for all.
func (b *manyTurns) of(t *testing.T, date string) *core.Meeting {
	t.Helper()
	if date == "" {
		return nil
	}
	all, err := b.organizer.Series.Occurrences(t.Context(), b.series.ID, core.Period{From: core.NewDate(2026, 11, 25), To: core.NewDate(2027, 4, 1)})
	ok(t, err)
	i := slices.IndexFunc(all, func(m *core.Meeting) bool { return m.Recurrence.Date.String() == "2026-12-"+date })
	if i < 0 {
		t.Fatalf("nothing on %s", date)
	}
	return all[i]
}

// Conversations that ended with two who did not know the same, each as short as it can be: now both have the same meetings at the
// same times and places, under the same names, and the organizer knows what the guest believes to have said.
func TestShortestConversationsEndInAgreement(t *testing.T) {
	for name, steps := range map[string]string{
		"an answer to one crosses a message that leaves out another":         "accepted,hears,tentative 11,cancels 25,sends,reads,hears",
		"an answer to all crosses a message that leaves one out":             "tentative,hears,accepted,cancels 25,sends,reads,hears",
		"a decline of one crosses a message that leaves out another":         "accepted,hears,declined 11,cancels 25,sends,reads,hears",
		"a proposal crosses two messages":                                    "accepted,hears,proposes 11,sends 11,cancels 25,sends,reads,hears",
		"one has a title of its own, all is declined, and accepted":          "names 11,sends,reads,declined,hears,accepted,hears",
		"all is declined, one gets a title of its own, all is accepted":      "declined,hears,names 11,sends,reads,accepted,hears",
		"all is declined, gets another place, and is accepted":               "declined,hears,places,sends,reads,accepted,hears",
		"one is declined, all gets another place, the one is accepted":       "declined 11,hears,places,sends,reads,accepted 11,hears",
		"all is declined, one moves in a message about all":                  "declined,hears,moves 11,sends,reads",
		"all is declined, and one of it that is asked anew":                  "declined,hears,moves 11,sends 11,reads,declined,hears,accepted,hears",
		"all is declined, one is asked anew, another time is asked for":      "declined,hears,moves 11,sends 11,reads,proposes,hears",
		"an answer, and the invitation is read once more":                    "accepted,hears,forgets,reads",
		"an answer, and a proposal for all in the version before":            "shifts,sends,reads,accepted 11,forgets,proposes,reads,hears",
		"an answer to one, and another to all while that is read anew":       "tentative 11,hears,forgets,reads,accepted,hears",
		"all is accepted while it gets shorter":                              "ends,sends,accepted,reads,hears",
		"all is accepted while it gets shorter, which is taken back":         "ends,sends,accepted,undoes,sends,reads,hears",
		"all is accepted, and it gets shorter and longer again":              "accepted,hears,ends,sends,reads,undoes,sends,reads",
		"all is accepted while one is left out, which is taken back":         "cancels 25,sends,accepted,undoes,sends,reads,hears",
		"all is declined while it gets shorter":                              "ends,sends,declined,reads,hears",
		"something is said, and all is declined while it gets shorter":       "tentative,ends,sends,declined,reads,hears",
		"one is accepted, all is declined while one is left out":             "accepted 11,declined,cancels 25,sends,reads,hears",
		"all is declined while one of it moves in a message about all":       "moves 11,sends,declined,reads,hears",
		"that, and all is declined twice":                                    "declined,moves 11,sends,declined,reads,hears",
		"one is declined, all accepted while another is left out":            "declined 11,hears,cancels 25,sends,tentative,reads,hears",
		"one of it that was asked anew gets a proposal, all of it a decline": "declined,hears,moves 11,sends 11,reads,hears,proposes 11,proposes,cancels 25,sends,reads,hears",
		"a proposal for one, all is declined and accepted":                   "proposes 11,hears,cancels 25,sends,reads,declined,hears,accepted,hears",
		"one moves, all moves, and all is accepted":                          "moves 11,sends,reads,weeks,sends,reads,accepted,hears",
		"all is accepted while all moves":                                    "shifts,sends,accepted,reads,hears",
		"one is declined while a message about all names it":                 "sends 11,declined 11,cancels 25,sends,reads,hears",
		"that, and another time is asked for all":                            "sends 11,declined 11,cancels 25,sends,proposes,reads,hears",
		"one has a proposal, all is declined while one is left out":          "proposes 11,hears,cancels 25,declined,sends,reads,hears",
		"one has moved, all is declined while one is left out":               "accepted,hears,moves 11,sends,reads,cancels 25,declined,sends,reads,hears",
		"all is accepted while a proposal for one is declined":               "proposes 11,hears,accepted,keeps 11,hears",
		"that, and the guest is told":                                        "proposes 11,hears,accepted,keeps 11,tells 11,reads,hears",
		"all is accepted, and again in the version before":                   "shifts,sends,reads,accepted,forgets,accepted,reads,hears",
		"one that moved is accepted, and again in the version before":        "moves 11,sends 11,reads,accepted 11,forgets,accepted 11,reads,hears",
		"one moves while all is declined, and another time is asked for it":  "moves 11,sends,declined,proposes 11,reads,hears",
		"one is declined while all gets another place, and is accepted":      "places,sends,declined 11,reads,hears,accepted 11,hears",
		"one is new, and accepted, and all gets a proposal before that":      "days,sends,reads,accepted 24,forgets,proposes,reads,hears",
		"one comes back, gets a title, and all of it is declined":            "cancels 25,sends,undoes,reads,sends 25,reads,names 25,declined,hears,sends,reads",
		"all gets a proposal, and an answer to the version before":           "shifts,sends,reads,sends 18,proposes,forgets,tentative",
		"one gets an answer, and another to the version before":              "moves 11,sends 11,reads,sends 18,accepted 11,forgets,tentative 11",
		"one is told of as declined with all, which is accepted":             "declined,hears,sends 11,cancels 25,sends,accepted",
		"one is accepted, all gets another answer while it gets shorter":     "accepted 18,hears,sends,tentative,ends,sends,reads,hears",
		"one moves and goes back by a message about all, which is answered":  "moves 11,sends 11,undoes,sends,reads,tentative,cancels 25,sends,reads,hears",
		"one moves and goes back, each by a message about all":               "moves 11,sends,reads,undoes,sends,reads,tentative,hears",
		"all is declined, the first is accepted, and is left out":            "declined,accepted 04,cancels 04,hears,sends,reads,hears",
		"one has moved, all is declined, it is left out and accepted":        "moves 11,sends,reads,declined,hears,cancels 11,sends,reads,accepted 11,hears",
		"one moves with another place of all, which is accepted":             "places,moves 11,sends,reads,accepted,hears",
		"one and all are answered while another goes and comes back":         "cancels 25,sends,undoes,sends,accepted 11,tentative,hears,reads",
		"one gets an answer, all a decline and an answer in the one before":  "shifts,sends,reads,tentative 11,forgets,declined,accepted",
	} {
		t.Run(name, func(t *testing.T) {
			b := newTurns(t, rand.New(rand.NewPCG(3, 3)))
			for _, step := range strings.Split(steps, ",") {
				b.does(t, step)
				b.log = append(b.log, step)
			}
			b.end(t)
		})
	}
}
