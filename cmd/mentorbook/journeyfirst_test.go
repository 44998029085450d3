package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFromAnEmptyFolderToAReport begins with nothing, as a mentor on the first day, and makes one of each thing that the
// program is for, by mouse where a hand would go there and by keys where they are quicker. All of it is there on the
// next day.
func TestFromAnEmptyFolderToAReport(t *testing.T) {
	h := atKeyboard(t)
	h.start("-lang", "en")
	h.fill("Your name", "Maja Lindqvist")
	h.fill("E-mail", "maja@example.org")
	h.click("Start")
	h.sees("Hello, Maja Lindqvist. This is your workspace.")
	h.beginsWithAmina()
	h.writesAGoal()
	h.givesAChecklist()
	h.holdsTheFirstMeeting()
	h.invitesToTheNext()
	h.writesAReport()
	h.quit()
	h.findsAll()

	h.start("-lang", "en")
	h.click("Amina Yusuf")
	for _, text := range []string{"Lead a team of four", "0 of 2 milestones · next: Lead one week alone", "Mon 7 Dec, 12:00–12:45", "How we work"} {
		h.sees(text)
	}
	h.click("Checklists")
	h.sees("First month")
	h.quit()
}

func (h *hands) beginsWithAmina() {
	h.t.Helper()
	h.click("New person…")
	h.fill("Name", "Amina Yusuf")
	h.fill("E-mail addresses", "amina@example.org")
	h.click("Add")
	h.click("Start a relationship…")
	h.fill("Purpose", "Lead her first team")
	h.click("Start")
	h.sees("Lead her first team")
}

func (h *hands) writesAGoal() {
	h.t.Helper()
	h.keys("ctrl+shift+g")
	h.fill("Goal", "Lead a team of four")
	h.click("Milestones")
	h.letters("Hire somebody") // typing goes on in the first step
	h.keys("ctrl+a", "BackSpace", "ctrl+Return")
	h.sees("Enter a title") // a step without words: it is said there, and typing goes on there
	h.letters("Lead one week alone")
	h.click("Add a milestone")
	h.letters("Hire the fourth")
	h.keys("ctrl+Return")
	h.sees("0 of 2 milestones · next: Lead one week alone")
}

func (h *hands) givesAChecklist() {
	h.t.Helper()
	h.keys("ctrl+5")
	h.click("New template")
	h.fill("Name", "First month")
	h.click("What to do")
	h.letters("Meet everybody")
	h.keys("Return")
	h.letters("Write down three wishes")
	h.keys("ctrl+s")
	h.click("Assign to…")
	h.sees("Assign “First month”")
	h.letters("amina")
	h.keys("Return")
	h.sees("2 lines · assigned once")
}

func (h *hands) holdsTheFirstMeeting() {
	h.t.Helper()
	h.click("Amina Yusuf")
	h.click("Plan a meeting…")
	h.fill("Date", "today")
	h.fill("Start", "12:00")
	h.fill("Title", "How we work")
	h.keys("Return")
	h.click("How we work")
	h.click("What both of you should remember…")
	h.letters("Agreed to speak plainly")
	h.click("Close the meeting")
	h.sees("How it ended")
}

// invitesToTheNext plans a meeting by keys, and follows the offer to invite to it.
func (h *hands) invitesToTheNext() {
	h.t.Helper()
	h.click("Amina Yusuf")
	h.keys("ctrl+shift+m")
	h.fill("Date", "7 December")
	h.keys("Return")
	h.click("Invite…")               // in the message about the step
	h.sees("Mon 7 Dec, 12:00–12:45") // at the hour of the first one
	h.click("Save e-mail…")
	h.sees("Save the invitation")
	h.keys("Return")
	until(h.t, "the invitation", func() bool { return len(h.written("*.eml")) == 1 })
	h.sees("Saved: Invitation Amina Yusuf") // before that the dialog has the keys; what else the message offers is as the computer has it
}

func (h *hands) writesAReport() {
	h.t.Helper()
	h.keys("ctrl+6")
	h.click("Export PDF…")
	h.sees("Save the report")
	h.keys("Return")
	until(h.t, "the report", func() bool { return len(h.written("*.pdf")) == 1 })
}

// written gives what was written at home, where no folder for documents is.
func (h *hands) written(pattern string) []string {
	all, err := filepath.Glob(filepath.Join(string(h.home), pattern))
	h.must(err)
	return all
}

// findsAll looks by the command line for all that was made.
func (h *hands) findsAll() {
	h.t.Helper()
	for list, want := range map[string][]string{
		"people":        {"Maja Lindqvist", "Amina Yusuf"},
		"relationships": {"Amina Yusuf"},
		"goals":         {"Lead a team of four  Amina Yusuf  0%"},
		"checklists":    {"First month  Amina Yusuf  0/2"},
		"meetings":      {"12:00–12:45  UTC  How we work  held", "2026-12-07  12:00–12:45  UTC  Amina Yusuf  planned"},
		"dispatches":    {"request  Maja Lindqvist – Amina Yusuf  1"},
		"reports":       {"Amina Yusuf"},
	} {
		got := h.tells(h.file(), "list", list)
		for _, line := range want {
			if !strings.Contains(got, line) {
				h.t.Errorf("the %s lack %q:\n%s", list, line, got)
			}
		}
	}
	h.tells(h.file(), "check")
	mail, err := os.ReadFile(h.written("*.eml")[0])
	if err != nil || !strings.Contains(string(mail), "To: ") || !strings.Contains(string(mail), "method=REQUEST") {
		h.t.Errorf("the invitation (%v):\n%.600s", err, mail)
	}
	report, err := os.ReadFile(h.written("*.pdf")[0])
	if err != nil || !strings.HasPrefix(string(report), "%PDF-") {
		h.t.Errorf("the report (%v): %.20q", err, report)
	}
}
