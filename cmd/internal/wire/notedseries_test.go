package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
)

// What a guest says to all of a series by telephone is said to each of its meetings, but for one to which they said something else;
// a reply of theirs that bears a later time takes its place, and undo takes the note back.
func TestAGuestsAnswerToAllOfASeriesIsNoted(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=4")
	guest := named(t, p, "Amina").Mentees()[0]
	if err := p.Replies.Note(ctx, s.ID, guest, core.AnswerAccepted, ""); core.CodeOf(err) != core.CodeNotInvited {
		t.Fatalf("who was not invited has answered: %v", err)
	}
	d, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
	ok(t, err)
	first, second := occurrence(s, "2026-12-03T16:00"), occurrence(s, "2026-12-10T16:00")
	ok(t, p.Replies.Note(ctx, second, guest, core.AnswerDeclined, "in a chat"))
	was := contents(t, p)
	ok(t, p.Replies.Note(ctx, s.ID, guest, core.AnswerAccepted, "by telephone"))
	all, err := p.Replies.Standings(ctx, []core.Record{s})
	ok(t, err)
	if g := all[0]; len(g) != 1 || g[0].Person != guest || g[0].Answer != core.AnswerAccepted || !g[0].Noted {
		t.Errorf("of the series: %+v", g)
	}
	if one, other := said(t, p, first), said(t, p, second); one.Answer != core.AnswerAccepted || one.Reply.Said.Words != "by telephone" || other.Answer != core.AnswerDeclined {
		t.Errorf("of its meetings: %+v and %+v", one, other)
	}
	ok(t, p.Replies.Note(ctx, s.ID, guest, core.AnswerTentative, "")) // one answer to all of it takes the place of the other
	if one := said(t, p, first); one.Answer != core.AnswerTentative {
		t.Errorf("a second word: %+v", one)
	}
	for range 2 {
		_, err = p.Undo(ctx)
		ok(t, err)
	}
	if contents(t, p) != was {
		t.Error("the undo is not identity")
	}
	ok(t, p.Replies.Note(ctx, s.ID, guest, core.AnswerAccepted, ""))
	answer(t, p, "new.ics", replyText("REPLY", d.UID, d.Sequence, "20261124T130000Z", says("DECLINED"), ""))
	if one := said(t, p, first); one.Answer != core.AnswerDeclined || one.Reply.Said.Noted() {
		t.Errorf("a later reply: %+v", one)
	}
}
