package ui_test

import (
	"net/url"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// While others look at the screen, the agenda goes to its guests under the real name all the same, from Today and from the
// palette; the window says it nowhere.
func TestAnAgendaGoesOutUnderItsName(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		var mails []string
		h := uitest.Open(t, uitest.Options{Language: lang, Change: func(cfg *ui.Config) {
			cfg.Desktop.Link = func(link string) error {
				mails = append(mails, link)
				return nil
			}
		}})
		day, err := h.Planner.Today(t.Context())
		if err != nil || day.Next == nil {
			t.Fatal(err)
		}
		h.Run("presenting")
		h.Tap(h.Words.T("today.send_agenda"))
		h.Tap(h.Words.T("today.send_mail"))
		h.Run("meeting.send_agenda")
		h.Tap(h.Words.T("today.send_mail"))
		if len(mails) != 2 || mails[0] != mails[1] {
			t.Fatalf("%s: %d mails, or they differ: %q", lang, len(mails), mails)
		}
		u, err := url.Parse(mails[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := u.Query().Get("subject"); got != day.Next.Name {
			t.Errorf("%s: the subject is %q, not %q", lang, got, day.Next.Name)
		}
		if said := strings.Join(kit.Texts(h.Canvas().Content()), "\n"); strings.Contains(said, day.Next.Name) {
			t.Errorf("%s: the window names %s", lang, day.Next.Name)
		}
	}
}
