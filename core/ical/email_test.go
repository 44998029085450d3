package ical

import (
	"bytes"
	"io"
	"net/mail"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/emersion/go-message"
	gomail "github.com/emersion/go-message/mail"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

// mailed are the situations that an e-mail can carry.
func mailed() []situation {
	var out []situation
	for _, s := range situations() {
		if s.give.Method != core.MethodPublish {
			out = append(out, s)
		}
	}
	return out
}

// said gives words for a situation, built from its own texts so that what is hostile there is here too.
func said(v *core.Invitation) EmailWords {
	return EmailWords{Subject: "Invitation: " + v.Title, Text: v.Title + "\n\n" + v.Description + "\nDies ist kein Zufall.\n.\nFrom here on"}
}

func TestEmailByMethod(t *testing.T) {
	for _, m := range []core.Method{core.MethodRequest, core.MethodCancel} {
		v := plain()
		v.Method = m
		b, err := Email(&v, EmailWords{Subject: "Приглашение: " + v.Title, Text: "Дорогая Дарья,\n\nприглашаю на встречу."})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, string(m)+".eml", b)
	}
}

func TestPythonReadsTheEmail(t *testing.T) {
	judges := icaltest.Start(t)
	dir := t.TempDir()
	all := mailed()
	files := make([]string, len(all))
	for i, s := range all {
		b, err := Email(&s.give, said(&s.give))
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		files[i] = filepath.Join(dir, strconv.Itoa(i)+".eml")
		if err := os.WriteFile(files[i], b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := judges.ReadMail(files...)
	if err != nil {
		t.Fatal(err)
	}
	var calendars []string
	for i, s := range all {
		calendars = append(calendars, heldByPython(t, s, &found[i], dir))
	}
	if err := judges.Restrict(calendars...); err != nil {
		t.Error(err)
	}
}

// heldByPython compares one message as Python reads it with what was asked, and gives the calendar that it
// carries as a file.
func heldByPython(t *testing.T, s situation, m *icaltest.Message, dir string) string {
	t.Helper()
	if len(m.Defects) > 0 || m.Bare > 0 || m.Longest > 998 {
		t.Errorf("%s: %v, %d bare line ends, a line of %d", s.name, m.Defects, m.Bare, m.Longest)
	}
	calendar, err := Calendar(&s.give)
	if err != nil {
		t.Fatal(err)
	}
	method := s.give.Method.InFile()
	const shape = "multipart/mixed(multipart/alternative(text/plain,text/calendar),application/ics)"
	want := icaltest.Message{
		Shape: shape, Defects: []string{}, Longest: m.Longest, Headers: m.Headers,
		From: []icaltest.Party{mailParty(s.want.Organizer)}, Subject: "Invitation: " + s.want.Title,
		Date: s.want.Stamp.UTC().Format("2006-01-02T15:04:05+00:00"),
		Parts: []icaltest.Part{
			{Type: "text/plain", Params: map[string]string{"charset": "utf-8"}, Encoding: "quoted-printable", Body: m.Parts[0].Body},
			{Type: "text/calendar", Params: map[string]string{"charset": "utf-8", "method": method}, Encoding: "base64", Body: calendar},
			{
				Type: "application/ics", Params: map[string]string{"name": "invite.ics"}, Encoding: "base64",
				Disposition: "attachment", Filename: "invite.ics", Body: calendar,
			},
		},
	}
	for _, g := range s.want.Guests {
		want.To = append(want.To, mailParty(g))
	}
	if d := cmp.Diff(want, *m); d != "" {
		t.Errorf("%s (-asked +read):\n%s", s.name, d)
	}
	text := cleanText(said(&s.give).Text) + "\n"
	if have := strings.ReplaceAll(string(m.Parts[0].Body), "\r\n", "\n"); have != text {
		t.Errorf("%s: the text reads %q, not %q", s.name, have, text)
	}
	var names []string
	for _, h := range m.Headers {
		names = append(names, h[0])
	}
	if d := cmp.Diff([]string{"From", "To", "Subject", "Date", "Message-Id", "X-Unsent", "Mime-Version", "Content-Type"}, names); d != "" {
		t.Errorf("%s: headers: %s", s.name, d)
	}
	file := filepath.Join(dir, s.want.UID+".ics")
	if err := os.WriteFile(file, m.Parts[1].Body, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func mailParty(p core.Party) icaltest.Party {
	return icaltest.Party{Name: p.Name, Email: asciiDomain(p.Email)}
}

func TestEmailRefuses(t *testing.T) {
	v := plain()
	v.Method = core.MethodPublish
	if b, err := Email(&v, EmailWords{}); b != nil || core.CodeOf(err) != core.CodeBadChoice {
		t.Errorf("PUBLISH: %v", err)
	}
	v = plain()
	v.Guests = nil
	if b, err := Email(&v, EmailWords{}); b != nil || core.CodeOf(err) != core.CodeNoRecipients {
		t.Errorf("no guests: %v", err)
	}
}

// Two messages that differ in anything have different ids, the same message has the same.
func TestMessageIDs(t *testing.T) {
	ids := map[string]string{}
	for name, edit := range map[string]func(v *core.Invitation, w *EmailWords){
		"same":      func(*core.Invitation, *EmailWords) {},
		"again":     func(*core.Invitation, *EmailWords) {},
		"sequence":  func(v *core.Invitation, _ *EmailWords) { v.Sequence++ },
		"cancelled": func(v *core.Invitation, _ *EmailWords) { v.Method = core.MethodCancel },
		"later":     func(v *core.Invitation, _ *EmailWords) { v.Stamp = v.Stamp.Add(1e9) },
		"subject":   func(_ *core.Invitation, w *EmailWords) { w.Subject += "b" },
		"moved over": func(_ *core.Invitation, w *EmailWords) {
			w.Subject, w.Text = "a1 b", ""
		},
		"guest": func(v *core.Invitation, _ *EmailWords) { v.Guests[0].Email = "x@example.org" },
	} {
		v, w := plain(), EmailWords{Subject: "a", Text: "b"}
		edit(&v, &w)
		b, err := Email(&v, w)
		if err != nil {
			t.Fatal(err)
		}
		m, err := mail.ReadMessage(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		id := m.Header.Get("Message-Id")
		if !strings.HasSuffix(id, "@example.org>") {
			t.Errorf("%s: %s", name, id)
		}
		if name == "again" {
			name = "same"
		}
		if other, ok := ids[id]; ok && other != name {
			t.Errorf("%s and %s have one id", name, other)
		}
		ids[id] = name
	}
	if len(ids) != 7 {
		t.Errorf("%d ids", len(ids))
	}
}

// A message id is plain ASCII, whatever the sender's domain is written in (RFC 5322 3.6.4).
func TestDomainOfTheMessageID(t *testing.T) {
	for email, want := range map[string]string{
		"amina@Sub-1.example.org": "Sub-1.example.org",
		"амина@пример.example":    "xn--e1afmkfd.example",
		"амина@при_мер.example":   "mentorbook.invalid",
		"a@b@c_d":                 "mentorbook.invalid",
	} {
		if have := domainOf(email); have != want {
			t.Errorf("%s: %s, want %s", email, have, want)
		}
	}
}

func TestNoTextAddsAHeader(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawn().Draw(t, "invitation")
		if v.Method == core.MethodPublish {
			v.Method = core.MethodCancel
		}
		w := EmailWords{Subject: hostile().Draw(t, "subject"), Text: hostile().Draw(t, "text")}
		b, err := Email(&v, w)
		if err != nil {
			t.Fatal(err)
		}
		soundEmail(t, &v, w, b)
	})
}

// fatal is what testing.T and rapid.T have in common here.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// soundEmail holds an e-mail against what it was written from: the header by the standard library, the parts
// by go-message.
func soundEmail(t fatal, v *core.Invitation, w EmailWords, b []byte) {
	t.Helper()
	for l := range strings.SplitSeq(string(b), "\r\n") {
		if strings.ContainsAny(l, "\r\n\x00") || len(l) > 998 {
			t.Fatalf("a line of %d octets: %q", len(l), l)
		}
	}
	header, _, _ := bytes.Cut(b, []byte("\r\n\r\n"))
	if ascii(v.Organizer.Email+v.Guests[0].Email) && !ascii(string(header)) {
		t.Fatalf("letters beyond ASCII in the header: %q", header)
	}
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v", err)
	}
	if len(m.Header) != 8 {
		t.Fatalf("%d headers: %v", len(m.Header), m.Header)
	}
	subject := core.CleanLine(w.Subject)
	if subject == "" {
		subject = core.CleanLine(v.Title)
	}
	h := gomail.HeaderFromMap(m.Header)
	if have, err := h.Subject(); err != nil || have != subject {
		t.Fatalf("the subject reads %q, not %q: %v", have, subject, err)
	}
	from, err := m.Header.AddressList("From")
	if err != nil || len(from) != 1 || from[0].Address != asciiDomain(v.Organizer.Email) || from[0].Name != core.CleanLine(v.Organizer.Name) {
		t.Fatalf("From reads %v, not %+v: %v", from, v.Organizer, err)
	}
	to, err := m.Header.AddressList("To")
	if err != nil || len(to) != len(v.Guests) {
		t.Fatalf("To reads %v: %v", to, err)
	}
	for i, g := range v.Guests {
		if to[i].Address != asciiDomain(g.Email) || to[i].Name != core.CleanLine(g.Name) {
			t.Fatalf("guest %d reads %v, not %+v", i+1, to[i], g)
		}
	}
	bodies := bodiesOf(t, b)
	calendar, err := Calendar(v)
	if err != nil {
		t.Fatalf("%v", err)
	}
	text := strings.ReplaceAll(bodies[0], "\r\n", "\n")
	if len(bodies) != 3 || text != cleanText(w.Text)+"\n" || bodies[1] != string(calendar) || bodies[2] != string(calendar) {
		t.Fatalf("%d parts, the text reads %q, not %q", len(bodies), text, w.Text)
	}
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > '~' })
}

func bodiesOf(t fatal, b []byte) []string {
	t.Helper()
	e, err := message.Read(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v", err)
	}
	var out []string
	err = e.Walk(func(_ []int, part *message.Entity, err error) error {
		if err != nil || part.MultipartReader() != nil {
			return err
		}
		body, err := io.ReadAll(part.Body)
		out = append(out, string(body))
		return err
	})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return out
}

func FuzzEmail(f *testing.F) {
	for _, s := range mailed() {
		w := said(&s.give)
		f.Add(w.Subject, w.Text, s.give.Organizer.Name, s.give.Organizer.Email, s.give.Guests[0].Name, s.give.Guests[0].Email)
	}
	f.Fuzz(func(t *testing.T, subject, text, organizer, from, guest, to string) {
		v, w := plain(), EmailWords{subject, text}
		v.Organizer, v.Guests[0] = core.Party{Name: organizer, Email: from}, core.Party{Name: guest, Email: to}
		b, err := Email(&v, w)
		if err != nil {
			if b != nil || core.CodeOf(err) == core.CodeInternal {
				t.Fatal(err)
			}
			return
		}
		soundEmail(t, &v, w, b)
	})
}

func BenchmarkThousandEmails(b *testing.B) {
	v := plain()
	w := EmailWords{Subject: "Приглашение: " + v.Title, Text: strings.Repeat("Договорились: пишем, читаем; и спорим. ", 20)}
	for b.Loop() {
		for range 1000 {
			if _, err := Email(&v, w); err != nil {
				b.Fatal(err)
			}
		}
	}
}
