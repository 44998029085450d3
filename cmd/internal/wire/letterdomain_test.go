package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A guest whose domain is written in letters of their own gets messages in plain ASCII all over, and their answer is theirs in
// whichever of both forms their program writes the address.
func TestADomainInLettersIsASCIIOnItsWay(t *testing.T) {
	const letters, ascii = "anna@пример.рф", "anna@xn--e1afmkfd.xn--p1ai"
	for _, kept := range []string{letters, ascii} {
		for _, by := range []string{letters, ascii, "anna@%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84", "Anna@ПРИМЕР.РФ"} {
			p := open(t)
			all, err := p.People.All(t.Context())
			ok(t, err)
			for _, who := range all {
				if who.HasEmail("amina.yusuf@kijani.example") {
					ok(t, p.People.Change(t.Context(), who.ID, func(who *core.Person) error { who.Emails = []string{kept}; return nil }))
				}
			}
			m, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: named(t, p, "Amina").ID, Start: civil("2026-12-03T11:00"), Zone: "Europe/Berlin"})
			ok(t, err)
			path := filepath.Join(t.TempDir(), "i.eml")
			d, err := p.Invitations.Send(t.Context(), m.ID, core.MethodRequest, path)
			ok(t, err)
			raw, err := os.ReadFile(path)
			ok(t, err)
			head, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
			text := string(bytes.ReplaceAll(decoded(t, raw), []byte("\r\n "), nil))
			if !bytes.Contains(head, []byte(ascii)) || bytes.ContainsFunc(head, func(r rune) bool { return r > '~' }) || !strings.Contains(text, "mailto:"+ascii) {
				t.Errorf("%s\n%s", head, text)
			}
			reply := replyText("REPLY", m.UID, d.Sequence, "20261124T100000Z", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:"+by, "")
			if step := answer(t, p, "r.ics", reply); step.Does != planner.CalendarNew || step.Answer != core.AnswerAccepted {
				t.Errorf("kept as %s, answered as %s: %+v", kept, by, step)
			}
		}
	}
}
