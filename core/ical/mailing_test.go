package ical

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"mentorbook/core"
)

// invites gives a message of one METHOD about one meeting of its own.
func invites(uid, method string) string {
	if method != "" {
		method = "METHOD:" + method + "\r\n"
	}
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + method + "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260323T140000Z\r\n" +
		"DTEND:20260323T150000Z\r\nSUMMARY:" + uid + "\r\nORGANIZER:mailto:o@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:" + uid + "@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

func partOf(kind, body string) string {
	return "--B\r\nContent-Type: " + kind + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(body)) + "\r\n"
}

func forwarded(from, kind, body string) string {
	return "--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: " + from + "\r\nMIME-Version: 1.0\r\nContent-Type: " + kind + "\r\n\r\n" + body + "\r\n"
}

func mixed(parts ...string) string {
	return "From: o@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nTwo dates\r\n" + strings.Join(parts, "") + "--B--\r\n"
}

// Every calendar of an e-mail is read, and one that it holds twice once.
func TestAMailOfSeveralCalendars(t *testing.T) {
	const typed, file = "text/calendar; charset=utf-8; method=REQUEST", "application/ics; name=a.ics"
	a, b, c := invites("a", "REQUEST"), invites("b", "REQUEST"), invites("c", "CANCEL")
	for name, give := range map[string]struct{ mail, want string }{
		"two parts":              {mixed(partOf(typed, a), partOf(typed, b)), "a request, b request"},
		"two files":              {mixed(partOf(file, a), partOf(file, b)), "a request, b request"},
		"two forwarded":          {mixed(forwarded("x@example.org", typed, a), forwarded("y@example.org", typed, b)), "a request, b request"},
		"a part and its file":    {mixed(partOf(typed, a), partOf(file, a)), "a request"},
		"with other line ends":   {mixed(partOf(typed, a), partOf(file, "\uFEFF"+strings.ReplaceAll(a, "\r\n", "\n")+"\n")), "a request"},
		"as a file without it":   {mixed(partOf(file, invites("a", "")), partOf(typed, a)), "a request"},
		"as a publication":       {mixed(partOf(typed, a), partOf(file, invites("a", "PUBLISH"))), "a request"},
		"a part and other files": {mixed(partOf(file, c), partOf(typed, a), partOf(file, b)), "a request, c cancel, b request"},
		"one cut off":            {mixed(partOf(typed, a[:len(a)-len("END:VCALENDAR\r\n")]), partOf(typed, c)), "a request, c cancel"},
		"METHOD beside one":      {mixed(partOf("text/calendar; method=CANCEL", invites("a", "")), partOf(file, invites("b", ""))), "a cancel, b "},
		"ends as the next goes":  {mixed(partOf(typed, strings.TrimSpace(a)), partOf(typed, strings.ReplaceAll(b, "\r\n", "\r"))), "a request, b request"},
	} {
		batch, err := Calendars{}.Read(t.Context(), "x.eml", strings.NewReader(give.mail), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var have []string
		for ev := range batch.Events {
			have = append(have, ev.Title+" "+ev.Method)
		}
		if got := strings.Join(have, ", "); got != give.want {
			t.Errorf("%s: %s, not %s", name, got, give.want)
		}
		list, _, err := Occurrences(t.Context(), strings.NewReader(give.mail), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
		if err != nil || len(list) != len(have) {
			t.Errorf("%s: its occurrences are %v, %v", name, list, err)
		}
		for _, f := range batch.Findings {
			if f.Lost || f.Flaw == core.FlawSuperseded {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

// Answers in one e-mail are each from whom the message around them is.
func TestAMailOfSeveralAnswers(t *testing.T) {
	const kind = "text/calendar; charset=utf-8; method=REPLY"
	mail := mixed(forwarded("a@example.org", kind, invites("a", "REPLY")), forwarded("b@example.org", kind, invites("b", "REPLY")))
	batch, err := Calendars{}.Read(t.Context(), "x.eml", strings.NewReader(mail), nil)
	if err != nil || len(batch.Answers) != 2 || batch.Count != 0 {
		t.Fatalf("%+v, %v", batch, err)
	}
	for i, who := range []string{"a@example.org", "b@example.org"} {
		if a := batch.Answers[i]; a.Email != who || a.Sender != who {
			t.Errorf("%+v", a)
		}
	}
}

// How many calendars are read has a bound, and what is beyond is named.
func TestAMailOfTooManyCalendars(t *testing.T) {
	var parts []string
	for i := range maxCalendars + 3 {
		parts = append(parts, partOf("text/calendar", invites(fmt.Sprintf("u%d", i), "REQUEST")))
	}
	mail := mixed(parts...)
	batch, err := Calendars{}.Read(t.Context(), "x.eml", strings.NewReader(mail), nil)
	if err != nil || batch.Count != maxCalendars || len(batch.Findings) != 1 {
		t.Fatalf("%+v, %v", batch, err)
	}
	if f := batch.Findings[0]; f.Flaw != core.FlawMoreCalendars || f.Value != "3" || !f.Lost {
		t.Errorf("%+v", f)
	}
	found, err := Lint(t.Context(), strings.NewReader(mail))
	if err != nil || len(found) == 0 || found[0].Flaw != core.FlawMoreCalendars {
		t.Errorf("lint says %v, %v", found, err)
	}
}

// What is wrong in a later calendar is named with its line among all of them.
func TestLintOfSeveralCalendars(t *testing.T) {
	first := invites("a", "REQUEST")
	mail := mixed(partOf("text/calendar", first), partOf("text/calendar", strings.Replace(invites("b", "REQUEST"), "DTEND:20260323T15", "DTEND:20260323T13", 1)))
	found, err := Lint(t.Context(), strings.NewReader(mail))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Flaw == core.FlawEndFirst && f.UID == "b" && f.Line == strings.Count(first, "\n")+9 {
			return
		}
	}
	t.Errorf("%+v", found)
}
