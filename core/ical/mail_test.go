package ical

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"

	"mentorbook/core"
)

func TestLintLooksIntoAMail(t *testing.T) {
	found, err := Lint(t.Context(), strings.NewReader("From: o@example.org\r\nContent-Type: text/calendar\r\n\r\n"+inCalendar("DTSTART:2026-13-45")))
	if err != nil || len(found) == 0 {
		t.Errorf("%v %v", found, err)
	}
	if _, err := Lint(t.Context(), strings.NewReader("From: o@example.org\r\n\r\nhello\r\n")); core.CodeOf(err) != core.CodeNotImport {
		t.Errorf("without a calendar: %v", err)
	}
}

// Saved e-mails come with what editors, mailboxes and servers put around them and do to their fields.
func TestSavedMailsAsTheyCome(t *testing.T) {
	calendar := inCalendar("DTSTART:20260323T140000Z", "SUMMARY:Встреча")
	plain := "From: Anna <anna@guest.example>\r\nSubject: x\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n" + calendar
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	attached := func(kind, name string) string {
		return "From: o@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nfyi\r\n--B\r\n" +
			"Content-Type: " + kind + "; name=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(plain)) + "\r\n--B--\r\n"
	}
	for name, text := range map[string]string{
		"plain":                      plain,
		"from a mailbox":             "From anna@guest.example Fri Jan  9 08:00:00 2026\r\n" + plain,
		"with a mark":                "\uFEFF" + plain,
		"in UTF-16":                  utf16,
		"after blank lines":          "\r\n \r\n" + plain,
		"a parameter twice":          strings.Replace(plain, "method=REQUEST", "method=REQUEST; method=REQUEST; component", 1),
		"no parameters that fit":     strings.Replace(plain, "; charset=utf-8; method=REQUEST", `; charset="utf-8; =`, 1),
		"forwarded":                  attached("message/rfc822", "a.eml"),
		"forwarded as octets":        attached("application/octet-stream", "Meeting.EML"),
		"forwarded with another tag": attached("application/x-mail", "m.eml"),
	} {
		batch, err := Calendars{}.Read(t.Context(), "x.eml", strings.NewReader(text), nil)
		if err != nil || batch.Count != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := Lint(t.Context(), strings.NewReader(text)); err != nil {
			t.Errorf("%s: lint says %v", name, err)
		}
		for ev := range batch.Events {
			if ev.Title != "Встреча" {
				t.Errorf("%s: %q", name, ev.Title)
			}
		}
		list, _, err := Occurrences(t.Context(), strings.NewReader(text), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
		if err != nil || len(list) != 1 {
			t.Errorf("%s: its occurrences are %v, %v", name, list, err)
		}
	}
}

// A calendar that names no METHOD has that of the part of the e-mail that it is in (RFC 6047 2.4).
func TestTheMethodOfAMail(t *testing.T) {
	event := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{}BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260323T140000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	for _, c := range []struct{ beside, within, want string }{
		{"; method=CANCEL", "", "cancel"}, {"; method=request", "", "request"}, {"; method=REQUEST", "METHOD:CANCEL\r\n", "cancel"}, {"", "", ""},
	} {
		text := "From: o@example.org\r\nContent-Type: text/calendar; charset=utf-8" + c.beside + "\r\n\r\n" + strings.Replace(event, "{}", c.within, 1)
		batch, err := Calendars{}.Read(t.Context(), "x.eml", strings.NewReader(text), nil)
		if err != nil || batch.Count != 1 {
			t.Fatalf("%+v: %v", c, err)
		}
		for ev := range batch.Events {
			if ev.Method != c.want {
				t.Errorf("%+v: %q", c, ev.Method)
			}
		}
	}
}

// A mail that was forwarded as an attachment again and again is looked through; where that ends, it is said.
func TestForwardedMails(t *testing.T) {
	forwarded := func(times int) string {
		mail := "From: a@b.example\r\nContent-Type: text/calendar\r\n\r\n" + "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261201T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		for i := range times {
			part := fmt.Sprintf("--p%d\r\n", i)
			mail = fmt.Sprintf("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=p%d\r\n\r\n", i) +
				part + "Content-Type: text/plain\r\n\r\nsee below\r\n" + part + "Content-Type: message/rfc822\r\n\r\n" + mail + fmt.Sprintf("\r\n--p%d--\r\n", i)
		}
		return mail
	}
	from, to := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 12, 2, 0, 0, 0, 0, time.UTC)
	for times, reason := range map[int]any{0: nil, 1: nil, 10: nil, 30: nil, 50: "nested too deep"} {
		list, _, err := Occurrences(t.Context(), strings.NewReader(forwarded(times)), from, to)
		if reason == nil && (err != nil || len(list) != 1) {
			t.Errorf("%d times: %v, %v", times, list, err)
		}
		if reason != nil && (core.CodeOf(err) != core.CodeNotImport || core.Problems(err)[0].Args["reason"] != reason) {
			t.Errorf("%d times: %v", times, err)
		}
	}
}
