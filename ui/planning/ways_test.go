package planning_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The dialog of an invitation says what comes of each way in which it can go out, of its own button first, and has room for
// that in the smallest window, in both languages, with a mail program and without.
func TestEachWayOfAnInvitationSaysWhatComesOfIt(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, mails := range []bool{true, false} {
			h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600), Change: func(cfg *ui.Config) {
				if mails {
					cfg.Desktop.Open = func(string) error { return nil }
				}
			}})
			m := meetings(h, "Amina")[0]
			h.Go(shell.Route{Screen: "meeting", ID: m.ID})
			h.Run("meeting.invite")
			word := func(key string) string { return h.Words.T("invite." + key) }
			h.Wants(word("about.save_eml"), word("other_ways"), word("save_ics"), word("about.save_ics"), word("words"), word("about.words"))
			if mails {
				h.Wants(word("about.mail"), word("save_eml"))
			}
			texts := strings.Join(kit.Texts(h.Root()), "|")
			if main := map[bool]string{true: "about.mail", false: "about.save_eml"}[mails]; strings.Index(texts, word(main)) > strings.Index(texts, word("other_ways")) {
				t.Errorf("%s: %s", lang, texts)
			}
			name := map[bool]string{true: "mail", false: "file"}[mails]
			h.Shot("ways-" + name + "-" + string(lang))
			if faults, _ := uitest.Faults(h.Root()); len(faults) > 0 {
				t.Errorf("%s: %v", lang, faults)
			}
		}
	}
}
