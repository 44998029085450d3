package wire

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// invite sends the invitation to a meeting with Amina and gives what went out.
func invite(t *testing.T, p *planner.Planner, m *core.Meeting) *core.Dispatch {
	t.Helper()
	d, err := p.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	return d
}

// replyText is a REPLY as calendar programs write it.
func replyText(method, uid string, sequence int, stamp, guest, more string) string {
	return "BEGIN:VCALENDAR\r\nPRODID:-//x//x//EN\r\nVERSION:2.0\r\nMETHOD:" + method + "\r\nBEGIN:VEVENT\r\nUID:" + uid +
		fmt.Sprintf("\r\nSEQUENCE:%d\r\nDTSTAMP:%s\r\n%s\r\nDTSTART:20270101T100000Z\r\nDTEND:20270101T110000Z\r\nSUMMARY:Accepted: x%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", sequence, stamp, guest, more)
}

const aminaSays = "ATTENDEE;CN=Eve;PARTSTAT="

func says(answer string) string { return aminaSays + answer + ":mailto:Amina.Yusuf@kijani.example" }

func answer(t *testing.T, p *planner.Planner, name, text string) planner.ReplyStep {
	t.Helper()
	plan, err := p.CalendarFiles.Read(t.Context(), name, strings.NewReader(text), planner.CalendarAsBoth)
	ok(t, err)
	if len(plan.Replies) != 1 || len(plan.Steps) != 0 {
		t.Fatalf("%d answers, %d events", len(plan.Replies), len(plan.Steps))
	}
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	return plan.Replies[0]
}

// said gives what Amina has answered to a meeting.
func said(t *testing.T, p *planner.Planner, meeting core.ID) planner.GuestAnswer {
	t.Helper()
	all, err := p.Replies.To(t.Context(), meeting)
	ok(t, err)
	if len(all) != 1 {
		t.Fatalf("%d guests", len(all))
	}
	return all[0]
}

func TestReplies(t *testing.T) {
	p := open(t)
	m := meetingOf(t, p)
	d := invite(t, p, m)
	if got := said(t, p, m.ID); got.Answer != core.AnswerNone {
		t.Errorf("before any answer: %+v", got)
	}
	for _, c := range []struct {
		name, text string
		does       planner.CalendarDoes
		code       core.Code
		then       core.Answer
	}{
		{"of another's meeting", replyText("REPLY", "unknown", 0, "20261123T130000Z", says("ACCEPTED"), ""), planner.CalendarRefused, core.CodeNotOurs, core.AnswerNone},
		{"from somebody who was not invited", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", "ATTENDEE;CN=Amina Yusuf;PARTSTAT=ACCEPTED:mailto:eve@evil.example", ""), planner.CalendarRefused, core.CodeNotInvited, core.AnswerNone},
		{"no answer yet", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("NEEDS-ACTION"), ""), planner.CalendarRefused, core.CodeNoAnswer, core.AnswerNone},
		{"no answer that is known", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("X-PERHAPS"), ""), planner.CalendarRefused, core.CodeNoAnswer, core.AnswerNone},
		{"no word of an answer", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", strings.Replace(says(""), ";PARTSTAT=", "", 1), ""), planner.CalendarRefused, core.CodeNoAnswer, core.AnswerNone},
		{"to one of what does not repeat", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("ACCEPTED"), "\r\nRECURRENCE-ID:20261123T130000Z"), planner.CalendarRefused, core.CodeNotRepeating, core.AnswerNone},
		{"to what was never sent", replyText("REPLY", d.UID, d.Sequence+1, "20261123T130000Z", says("ACCEPTED"), ""), planner.CalendarRefused, core.CodeNeverSaid, core.AnswerNone},
		{"tentative, without ORGANIZER", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("TENTATIVE"), "\r\nCOMMENT:perhaps\\, perhaps not"), planner.CalendarNew, "", core.AnswerTentative},
		{"the same again", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("TENTATIVE"), "\r\nCOMMENT:perhaps\\, perhaps not"), planner.CalendarSame, "", core.AnswerTentative},
		{"accepted later", replyText("REPLY", d.UID, d.Sequence, "20261123T140000Z", says("ACCEPTED"), ""), planner.CalendarChanged, "", core.AnswerAccepted},
		{"an older one", replyText("REPLY", d.UID, d.Sequence, "20261123T133000Z", says("DECLINED"), ""), planner.CalendarRefused, core.CodeOutdated, core.AnswerAccepted},
	} {
		step := answer(t, p, "reply.ics", c.text)
		if step.Does != c.does || core.CodeOf(step.Err) != c.code {
			t.Errorf("%s: %s, %v", c.name, step.Does, step.Err)
		}
		if got := said(t, p, m.ID); got.Answer != c.then {
			t.Errorf("%s: then %+v", c.name, got)
		}
	}
	g := said(t, p, m.ID)
	if r := g.Reply; r.Said.By != g.Person || r.Said.How != core.HowImport || r.Said.Own() || r.Email != "amina.yusuf@kijani.example" {
		t.Errorf("%+v", r)
	}
	if _, err := p.Undo(t.Context()); err != nil || said(t, p, m.ID).Answer != core.AnswerTentative {
		t.Errorf("undo: %v", err)
	}
	ok(t, p.Meetings.Move(t.Context(), m.ID, m.Start.AddMinutes(60), core.Civil{}, ""))
	if got := said(t, p, m.ID); !got.OldTime || got.Answer != core.AnswerTentative {
		t.Errorf("moved, and nobody told: %+v", got)
	}
	after := invite(t, p, m)
	if got := said(t, p, m.ID); got.OldTime || after.Sequence != d.Sequence+1 || got.Answer != core.AnswerNone {
		t.Errorf("an answer to the old time counts for the new one: %+v", got)
	}
	if step := answer(t, p, "reply.ics", replyText("REPLY", d.UID, d.Sequence, "20261123T180000Z", says("ACCEPTED"), "")); core.CodeOf(step.Err) != core.CodeOutdated {
		t.Errorf("an answer to the old invitation: %v", step.Err)
	}
}

func TestReplyInASavedEmail(t *testing.T) {
	p := open(t)
	m := meetingOf(t, p)
	d := invite(t, p, m)
	object := replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("ACCEPTED"), "")
	encoded := base64.StdEncoding.EncodeToString([]byte(object))
	head := "From: Amina <amina.yusuf@kijani.example>\r\nTo: maja@lindqvist.example\r\nSubject: Accepted\r\nMIME-Version: 1.0\r\n"
	quoted := strings.NewReplacer("=", "=3D", "\r\n", "\r\n").Replace(object)
	for name, mail := range map[string]string{
		"alone":        head + "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n" + object,
		"base64":       head + "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded,
		"quoted":       head + "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted,
		"nested":       head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nAccepted\r\n--b\r\nContent-Type: text/calendar; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n--b--\r\n--a--\r\n",
		"attached":     head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nAccepted\r\n--a\r\nContent-Type: application/octet-stream; name=\"invite.ics\"\r\nContent-Disposition: attachment; filename=\"invite.ics\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n--a--\r\n",
		"forwarded":    head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n" + head + "Content-Type: text/calendar; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n--a--\r\n",
		"cut off":      head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/calendar\r\n\r\n" + object,
		"lines of LF":  strings.ReplaceAll(head+"Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"+object, "\r\n", "\n"),
		"odd charset":  head + "Content-Type: text/calendar; charset=klingon\r\n\r\n" + object,
		"named as ics": head + "Content-Type: text/calendar; method=REPLY\r\n\r\n" + object,
	} {
		file := "reply.eml"
		if name == "named as ics" {
			file = "reply.ics"
		}
		step := answer(t, p, file, mail)
		if step.Err != nil || step.Answer != core.AnswerAccepted {
			t.Errorf("%s: %+v", name, step)
		}
	}
	for name, mail := range map[string]string{
		"nothing": "", "no header": "hello", "no calendar": head + "Content-Type: text/plain\r\n\r\nhello",
		"a million parts": head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + strings.Repeat("--a\r\n\r\nx\r\n", 100_000),
		"a deep nest":     head + strings.Repeat("Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n", 10_000),
		"a long header":   "X: " + strings.Repeat("y", 8<<20) + "\r\n\r\n",
	} {
		start := time.Now()
		if _, err := p.CalendarFiles.Read(t.Context(), "x.eml", strings.NewReader(mail), ""); core.CodeOf(err) != core.CodeNotImport {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func TestCounterProposal(t *testing.T) {
	p := open(t)
	m := meetingOf(t, p)
	d := invite(t, p, m)
	step := answer(t, p, "counter.ics", replyText("COUNTER", d.UID, d.Sequence, "20261123T130000Z", says("TENTATIVE"), ""))
	if step.Does != planner.CalendarNew || step.Start.IsZero() {
		t.Fatalf("%+v", step)
	}
	g := said(t, p, m.ID)
	if !g.Reply.Proposes() || g.Answer != core.AnswerTentative {
		t.Fatalf("%+v", g.Reply)
	}
	before, err := p.Meetings.Get(t.Context(), m.ID)
	ok(t, err)
	if before.Start != m.Start {
		t.Error("a proposal moved the meeting by itself")
	}
	ok(t, p.Replies.Take(t.Context(), g.Reply.ID))
	moved, err := p.Meetings.Get(t.Context(), m.ID)
	ok(t, err)
	start, err := moved.StartAt()
	ok(t, err)
	if !start.Equal(time.Date(2027, 1, 1, 10, 0, 0, 0, time.UTC)) || moved.Zone != m.Zone {
		t.Errorf("moved to %v", start)
	}
	if err := p.Replies.Take(t.Context(), g.Reply.ID); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("taken twice: %v", err)
	}
	if _, err := p.Undo(t.Context()); err != nil || !said(t, p, m.ID).Reply.Proposes() {
		t.Errorf("undo does not bring the proposal back: %v", err)
	}
}

// A stamp from years to come locks out no later answer, and the same file twice changes nothing.
func TestAnAnswerFromTheFuture(t *testing.T) {
	p := open(t)
	m := meetingOf(t, p)
	d := invite(t, p, m)
	future := replyText("REPLY", d.UID, d.Sequence, "20991231T000000Z", says("ACCEPTED"), "")
	if step := answer(t, p, "r.ics", future); step.Does != planner.CalendarNew {
		t.Fatalf("%+v", step)
	}
	if at := said(t, p, m.ID).Reply.Said.At; at.After(noon()) {
		t.Errorf("said at %v", at)
	}
	if step := answer(t, p, "r.ics", future); step.Does != planner.CalendarSame {
		t.Errorf("a second time: %+v", step)
	}
	if step := answer(t, p, "r.ics", replyText("REPLY", d.UID, d.Sequence, noon().Add(time.Hour).UTC().Format("20060102T150405Z"), says("DECLINED"), "")); step.Does != planner.CalendarChanged {
		t.Errorf("a later answer, of a clock that is an hour ahead: %+v", step)
	}
	if got := said(t, p, m.ID).Answer; got != core.AnswerDeclined {
		t.Errorf("%s", got)
	}
}

// The same holds for the versions of another's invitation.
func TestAnInvitationFromTheFuture(t *testing.T) {
	p := open(t)
	text := func(stamp, day string) string {
		return strings.Replace(itip("REQUEST", eventText("late", "DTSTART:202612"+day+"T100000Z\nDURATION:PT1H\nSEQUENCE:1\n"+withAmina)), "20261101T000000Z", stamp, 1)
	}
	take(t, p, text("20991231T000000Z", "01"))
	if got := take(t, p, text("20991231T000000Z", "01")); got != same {
		t.Errorf("a second time: %s", got)
	}
	if got := take(t, p, text(noon().Add(time.Hour).UTC().Format("20060102T150405Z"), "02")); got != changedOne {
		t.Errorf("a later version: %s", got)
	}
}

// An answer to one meeting of a series says to which, and with which words.
func TestAnAnswerSaysWhichMeetingItIsAbout(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	d, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
	ok(t, err)
	one := answer(t, p, "a.ics", replyText("REPLY", s.UID, d.Sequence, "20261123T130000Z", says("DECLINED"), "\r\nCOMMENT:In Rome\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T160000"))
	if one.Of != civil("2026-12-10T16:00") || one.Said != "In Rome" || one.Err != nil {
		t.Errorf("%+v", one)
	}
	if all := answer(t, p, "a.ics", replyText("REPLY", s.UID, d.Sequence, "20261123T130000Z", says("ACCEPTED"), "")); !all.Of.IsZero() || all.Err != nil {
		t.Errorf("%+v", all)
	}
}

// Who has declined one meeting of a series does not get it back by a message about all of it that asks nobody anew: it names that
// one with what they said. Once all of them have other times, they are asked about that one, too.
func TestAMessageAboutAllKeepsAnAnswerToOne(t *testing.T) {
	p, ctx := open(t), t.Context()
	s, path := weekly(t, p, "FREQ=WEEKLY"), filepath.Join(t.TempDir(), "a.ics")
	send := func() string {
		t.Helper()
		_, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, path)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		return strings.ReplaceAll(string(data), "\r\n ", "")
	}
	send()
	answer(t, p, "a.ics", replyText("REPLY", s.UID, 0, "20261123T130000Z", says("DECLINED"), "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T160000"))
	for range 2 { // also where it was named before
		text := send()
		if strings.Count(text, "BEGIN:VEVENT") != 2 || !strings.Contains(text, "RECURRENCE-ID;TZID=Europe/Berlin:20261210T160000") || strings.Count(text, "PARTSTAT=DECLINED") != 1 || strings.Contains(text, "SEQUENCE:1") {
			t.Fatalf("%s", text)
		}
		if got := said(t, p, core.OccurrenceID(s.ID, civil("2026-12-10T16:00"))); got.Answer != core.AnswerDeclined {
			t.Errorf("%+v", got)
		}
	}
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: s.Start.AddMinutes(60)}))
	if text := send(); strings.Contains(text, "DECLINED") {
		t.Errorf("%s", text)
	}
}

// Without DTSTAMP an answer can't be told from an older one (RFC 5546 3.2.3): that is why it is not taken, and not
// that it has no start.
func TestAnAnswerWithoutItsStamp(t *testing.T) {
	p := open(t)
	d := invite(t, p, meetingOf(t, p))
	for _, method := range []string{"REPLY", "COUNTER", "REFRESH"} {
		for name, cut := range map[string][2]string{"with a start": {"", ""}, "without": {"DTSTART:20270101T100000Z\r\nDTEND:20270101T110000Z\r\n", ""}} {
			text := strings.Replace(strings.Replace(replyText(method, d.UID, 0, "-", says("ACCEPTED"), ""), "DTSTAMP:-\r\n", "", 1), cut[0], cut[1], 1)
			plan := readCalendar(t, p, text, planner.CalendarAsBoth)
			if len(plan.Replies) != 0 || plan.Refused != 1 || len(plan.Findings) != 1 || plan.Findings[0].Flaw != core.FlawNoStamp {
				t.Errorf("%s %s: %+v %+v", method, name, plan.Replies, plan.Findings)
			}
		}
	}
}

// An answer for one meeting of a series and all later ones is neither one to that nor one to all: it is named, and not taken as
// either.
func TestAnAnswerForAllLaterOnes(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
	text := replyText("REPLY", d.UID, 0, "20261123T130000Z", says("DECLINED"), "\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261210T160000")
	plan := readCalendar(t, p, text, planner.CalendarAsBoth)
	if plan.Refused != 1 || len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != core.CodeNoAnswer {
		t.Fatalf("%+v of\n%s", plan.Replies, text)
	}
	if g := said(t, p, occurrence(s, "2026-12-10T16:00")); g.Answer != core.AnswerNone {
		t.Errorf("%+v", g)
	}
}

// An answer that does not say whose it is is named with that, and not passed over.
func TestAnAnswerWithoutAGuest(t *testing.T) {
	p := open(t)
	d := invite(t, p, meetingOf(t, p))
	for _, method := range []string{"REPLY", "COUNTER", "REFRESH"} {
		text := replyText(method, d.UID, 0, "20261123T130000Z", "", "")
		plan := readCalendar(t, p, text, planner.CalendarAsBoth)
		if plan.Refused != 1 || len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != core.CodeNoAnswer || plan.Replies[0].Title == "" {
			t.Errorf("%s: %+v of\n%s", method, plan.Replies, text)
		}
	}
}

// What a guest said by telephone is kept as their word, typed by the owner. A reply of theirs that bears a later time takes its
// place, one that is older does not, and undo takes the note back.
func TestAGuestsAnswerIsNoted(t *testing.T) {
	p, ctx := open(t), t.Context()
	m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: named(t, p, "Amina").ID, Start: core.NewDate(2026, 12, 10).At(9, 0)})
	ok(t, err)
	guest := named(t, p, "Amina").Mentees()[0]
	if err := p.Replies.Note(ctx, m.ID, guest, core.AnswerAccepted, ""); core.CodeOf(err) != core.CodeNotInvited {
		t.Fatalf("who was not invited has answered: %v", err)
	}
	d, err := p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
	ok(t, err)
	ok(t, p.Replies.Note(ctx, m.ID, guest, core.AnswerAccepted, "by telephone"))
	got := said(t, p, m.ID)
	if r := got.Reply; got.Answer != core.AnswerAccepted || !r.Said.Noted() || r.Said.Own() || r.Said.By != guest || r.Said.Words != "by telephone" {
		t.Fatalf("%+v", got)
	}
	if step := answer(t, p, "old.ics", replyText("REPLY", d.UID, d.Sequence, "20261122T100000Z", says("TENTATIVE"), "")); step.Does == planner.CalendarChanged {
		t.Errorf("an older word took the place of the later: %+v", step)
	}
	if step := answer(t, p, "new.ics", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("DECLINED"), "")); step.Does != planner.CalendarChanged {
		t.Errorf("%+v", step)
	}
	if got := said(t, p, m.ID); got.Answer != core.AnswerDeclined || got.Reply.Said.Noted() {
		t.Errorf("%+v", got)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if got := said(t, p, m.ID); got.Answer != core.AnswerAccepted {
		t.Errorf("%+v", got)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if got := said(t, p, m.ID); got.Answer != core.AnswerNone {
		t.Errorf("%+v", got)
	}
}
