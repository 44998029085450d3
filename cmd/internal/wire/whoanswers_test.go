package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// An answer that names several guests is that of the one from whom the e-mail is, and of nobody where that is not said:
// else each of them would have said what one did.
func TestAnAnswerOfOneThatNamesSeveralGuests(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	sent, err := p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	to := sent.To[0].Email
	for _, method := range []string{"REPLY", "COUNTER"} {
		text := itip(method, eventText(sent.UID, "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\nSUMMARY:x\nATTENDEE;PARTSTAT=ACCEPTED:mailto:juma@kijani.example\nATTENDEE;PARTSTAT=DECLINED:mailto:"+to))
		mail := func(from string) string {
			return "From: " + from + "\r\nContent-Type: text/calendar; method=" + method + "\r\n\r\n" + text
		}
		forwarded := "From: somebody@kijani.example\r\nContent-Type: message/rfc822\r\n\r\n" + mail(to)
		for name, c := range map[string]struct {
			text string
			code core.Code
		}{
			"a calendar alone":    {text, core.CodeWhoAnswers},
			"from the guest":      {mail("Amina <" + strings.ToUpper(to) + ">"), ""},
			"with a Russian name": {mail("=?windows-1251?Q?=C0=EC=E8=ED=E0?= <" + to + ">"), ""},
			"forwarded":           {forwarded, ""},
			"from somebody else":  {mail("other@kijani.example"), core.CodeWhoAnswers},
			"from both":           {mail("juma@kijani.example, " + to), core.CodeWhoAnswers},
			"from one not asked":  {mail("juma@kijani.example"), core.CodeNotInvited},
			"the same one twice":  {strings.Replace(text, "juma@kijani.example", to, 1), ""},
			"without any sender":  {strings.Replace(mail("x"), "From: x", "Subject: x", 1), core.CodeWhoAnswers},
			"one guest, no mail":  {strings.Replace(text, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:juma@kijani.example\r\n", "", 1), ""},
		} {
			plan := readCalendar(t, p, c.text, planner.CalendarAsBoth)
			if len(plan.Replies) != 1 {
				t.Errorf("%s, %s: %+v", method, name, plan.Replies)
				continue
			}
			if r := plan.Replies[0]; core.CodeOf(r.Err) != c.code || c.code == "" && !strings.EqualFold(r.Email, to) {
				t.Errorf("%s, %s: %s, %v", method, name, r.Email, r.Err)
			}
		}
	}
}

// An answer that hands an invitation on names whom it went to and whom they send: it is understood by the one who was
// invited (RFC 5546 4.2.5), as a file and as an e-mail of either.
func TestADelegationIsThatOfTheOneInvited(t *testing.T) {
	p := open(t)
	sent, err := p.Invitations.Send(t.Context(), meetingOf(t, p).ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	to := sent.To[0].Email
	guests := []string{
		"ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:Juma@kijani.example\":mailto:" + to,
		"ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM=\"mailto:" + to + "\":mailto:juma@kijani.example",
	}
	text := func(lines ...string) string {
		return itip("REPLY", eventText(sent.UID, "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\nSUMMARY:x\n"+strings.Join(lines, "\n")))
	}
	for name, c := range map[string]struct {
		text string
		code core.Code
	}{
		"as the standard has it": {text(guests...), ""},
		"the other way round":    {text(guests[1], guests[0]), ""},
		"with a third guest":     {text(guests[0], guests[1], "ATTENDEE;PARTSTAT=ACCEPTED:mailto:third@kijani.example"), core.CodeWhoAnswers},
	} {
		plan := readCalendar(t, p, c.text, planner.CalendarAsBoth)
		if len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != c.code {
			t.Errorf("%s: %+v", name, plan.Replies)
		} else if r := plan.Replies[0]; c.code == "" && (!strings.EqualFold(r.Email, to) || r.Name == "" || r.Answer != core.AnswerDeclined || !strings.EqualFold(r.Delegate, "juma@kijani.example")) {
			t.Errorf("%s: %s, %s", name, r.Email, r.Name)
		}
	}
}

// Whoever sends somebody else in their place does not come: the time is free, and a meeting is off (RFC 5546 3.2.2.3).
func TestADelegatedEventIsNotTheOwnersAnyMore(t *testing.T) {
	p, ctx := open(t), t.Context()
	owner := "ATTENDEE;PARTSTAT=%;DELEGATED-TO=\"mailto:x@kijani.example\":mailto:maja@lindqvist.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:x@kijani.example"
	board := func(part string) string {
		return calendarText(eventText("board", "DTSTART:20261203T090000Z\nDTEND:20261203T100000Z\nSUMMARY:Board\nORGANIZER:mailto:cfo@x.example\n"+strings.Replace(owner, "%", part, 1)))
	}
	if plan := readCalendar(t, p, board("ACCEPTED"), planner.CalendarAsBoth); plan.New != 1 {
		t.Fatalf("%+v", plan.Steps)
	}
	if plan := readCalendar(t, p, board("DELEGATED"), planner.CalendarAsBoth); plan.New != 0 || !plan.Steps[0].Declined {
		t.Errorf("%+v", plan.Steps)
	}
	talk := "SEQUENCE:1\nDTSTART:20261203T090000Z\nDURATION:PT1H\n" + strings.TrimSpace(withAmina)
	take(t, p, itip("REQUEST", eventText("m", talk)))
	m := meetingByUID(t, p, "m")
	talk = strings.Replace(talk, "ATTENDEE:", "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:x@kijani.example\":", 1)
	take(t, p, calendarText(strings.Replace(eventText("m", talk), "DTSTAMP:20261101", "DTSTAMP:20261120", 1)))
	now, err := p.Meetings.Get(ctx, m.ID)
	ok(t, err)
	if !now.Off() {
		t.Errorf("%s", now.Status)
	}
}

// A guest who answers from another of their addresses is known by it, where it is theirs alone of those who were
// invited; else it is said which address nobody was invited under.
func TestAnAnswerFromAnotherAddressOfTheGuest(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	sent := invite(t, p, m)
	guest := sent.To[0].Person
	text := replyText("REPLY", sent.UID, sent.Sequence, "20261123T130000Z", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:Amina@Home.example", "")
	step := answer(t, p, "reply.ics", text)
	if field := core.Problems(step.Err); core.CodeOf(step.Err) != core.CodeNotInvited || field[0].Args["value"] != "Amina@Home.example" {
		t.Fatalf("from an address that is nobody's: %v", step.Err)
	}
	has := func(person core.ID) {
		t.Helper()
		ok(t, p.People.Change(ctx, person, func(one *core.Person) error {
			one.Emails = append(one.Emails, "amina@home.example")
			return nil
		}))
	}
	other, err := p.People.Add(ctx, core.Person{Name: "Somebody who was not invited"})
	ok(t, err)
	has(other.ID)
	if step := answer(t, p, "reply.ics", text); core.CodeOf(step.Err) != core.CodeNotInvited {
		t.Errorf("from an address of somebody who was not invited: %v", step.Err)
	}
	has(guest)
	if step := answer(t, p, "reply.ics", text); step.Does != planner.CalendarNew || step.Name == "" || step.Email != "Amina@Home.example" || step.Sender != "" {
		t.Errorf("from the second address: %+v", step)
	}
	if got := said(t, p, m.ID); got.Answer != core.AnswerAccepted || got.Person != guest || got.Reply.Email != sent.To[0].Email {
		t.Errorf("kept as %+v", got)
	}
	later := replyText("REPLY", sent.UID, sent.Sequence, "20261123T140000Z", says("DECLINED"), "")
	if step := answer(t, p, "reply.ics", later); step.Does != planner.CalendarChanged || said(t, p, m.ID).Answer != core.AnswerDeclined {
		t.Errorf("then from the first: %+v", step)
	}
}

// An answer that names several guests, as a proposal may, is that of the one from whose other address its e-mail is.
func TestAnAnswerOfOneThatNamesSeveralFromAnotherAddress(t *testing.T) {
	p, ctx := open(t), t.Context()
	sent := invite(t, p, meetingOf(t, p))
	to := sent.To[0]
	ok(t, p.People.Change(ctx, to.Person, func(one *core.Person) error {
		one.Emails = append(one.Emails, "amina@home.example")
		return nil
	}))
	first, second := "ATTENDEE;PARTSTAT=ACCEPTED:mailto:juma@kijani.example", "ATTENDEE;PARTSTAT=DECLINED:mailto:"+to.Email
	for name, c := range map[string]struct {
		guests, from string
		code         core.Code
	}{
		"named second":          {first + "\n" + second, "amina@home.example", ""},
		"named first":           {second + "\n" + first, "amina@home.example", ""},
		"from nobody's":         {second + "\n" + first, "eve@home.example", core.CodeWhoAnswers},
		"where they are not in": {first + "\n" + strings.Replace(first, "juma", "third", 1), "amina@home.example", core.CodeWhoAnswers},
	} {
		text := "From: " + c.from + "\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n" + itip("REPLY", eventText(sent.UID, "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\nSUMMARY:x\n"+c.guests))
		plan := readCalendar(t, p, text, planner.CalendarAsBoth)
		r := plan.Replies[0]
		if core.CodeOf(r.Err) != c.code || c.code == "" && (r.Email != to.Email || r.Answer != core.AnswerDeclined || r.Sender != "") {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// Who sends somebody else comes no more, whatever they said before; whom they send stands in their words.
func TestWhoDelegatesComesNoMore(t *testing.T) {
	p := open(t)
	m := meetingOf(t, p)
	sent := invite(t, p, m)
	answer(t, p, "r.ics", replyText("REPLY", sent.UID, 0, "20261124T090000Z", says("ACCEPTED"), ""))
	hands := strings.Replace(says("DELEGATED"), "PARTSTAT", "DELEGATED-TO=\"mailto:juma@kijani.example\";PARTSTAT", 1)
	if step := answer(t, p, "d.ics", replyText("REPLY", sent.UID, 0, "20261124T100000Z", hands, "")); step.Does != planner.CalendarChanged || step.Err != nil {
		t.Errorf("%+v", step)
	}
	if got := said(t, p, m.ID); got.Answer != core.AnswerDeclined || !strings.Contains(got.Reply.Said.Words, "juma@kijani.example") {
		t.Errorf("%+v", got)
	}
}

// An older answer to one meeting of a series says nothing where the guest has declined all of it since; one that says the same, and
// one beside an older answer to all, are taken.
func TestAnOlderAnswerToOneIsKnownForIt(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	d := c.send(t, s.ID, core.MethodRequest)
	guest := func(part string) string { return "ATTENDEE;PARTSTAT=" + part + ":mailto:gus@gst.example" }
	one := "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261211T160000"
	read := func(stamp, part, more string) planner.ReplyStep {
		return answer(t, c.organizer, "r.ics", replyText("REPLY", d.UID, 0, stamp, guest(part), more))
	}
	if step := read("20261124T120700Z", "DECLINED", ""); step.Err != nil {
		t.Fatal(step.Err)
	}
	if step := read("20261124T120600Z", "ACCEPTED", one); core.CodeOf(step.Err) != core.CodeOutdated {
		t.Errorf("older, otherwise: %s, %v", step.Does, step.Err)
	}
	if step := read("20261124T120600Z", "DECLINED", one); step.Does != planner.CalendarNew {
		t.Errorf("older, the same: %s, %v", step.Does, step.Err)
	}
	if step := read("20261124T120800Z", "ACCEPTED", one); step.Does != planner.CalendarChanged {
		t.Errorf("newer: %s, %v", step.Does, step.Err)
	}
	if got, err := c.organizer.Replies.To(t.Context(), occurrence(s, "2026-12-11T16:00")); err != nil || len(got) != 1 || got[0].Answer != core.AnswerAccepted {
		t.Errorf("%+v, %v", got, err)
	}
}
