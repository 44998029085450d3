package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/uitest"
)

// Where the computer has no program for what is to be opened, the window says which one is missing, and what it is about
// can be copied.
func TestWhatNothingOpensCanBeCopied(t *testing.T) {
	none := errors.New("exec: not found")
	for lang, said := range map[core.Language][]string{
		core.English: {"No mail program was found", "Copy the text", "No program was found that can open links", "Copy the link", "No file manager was found", "Copy the path"},
		core.Russian: {"Почтовая программа не найдена", "Скопировать текст", "Не нашлось программы, которая открывает ссылки", "Скопировать ссылку", "Не нашлось программы, которая показывает папки", "Скопировать путь"},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang, Change: func(cfg *ui.Config) {
			cfg.Desktop.Link = func(string) error { return none }
			cfg.Desktop.Reveal = nil
		}})
		for i, do := range []func(){
			func() { h.UI.MailText([]string{"amina@kijani.example"}, "Our agenda", "First this") },
			func() { h.UI.OpenLink("https://meet.example/amina") },
			func() { h.UI.Reveal("/somewhere/report.pdf") },
		} {
			do()
			h.Settle()
			h.Wants(said[2*i])
			h.Tap(said[2*i+1])
			want := []string{"amina@kijani.example\nOur agenda\n\nFirst this", "https://meet.example/amina", "/somewhere/report.pdf"}[i]
			if got := fyne.CurrentApp().Clipboard().Content(); got != want {
				t.Errorf("%s: copied is %q, not %q", lang, got, want)
			}
		}
		if len(h.Errors) != 3 {
			t.Errorf("the log holds %v", h.Errors)
		}
	}
}

// Where nothing opens files, the message about a written one offers where it is; where something does, it offers that.
func TestAWrittenFileIsNeverADeadEnd(t *testing.T) {
	for _, opens := range []bool{false, true} {
		var opened string
		h := uitest.Open(t, uitest.Options{Language: core.Russian, Change: func(cfg *ui.Config) {
			if cfg.Desktop.Open, cfg.Desktop.Reveal = nil, nil; opens {
				cfg.Desktop.Open = func(path string) error { opened = path; return nil }
			}
		}})
		fyne.CurrentApp().Clipboard().SetContent("")
		h.UI.Written("/somewhere/report.pdf")
		if !opens {
			h.Tap(h.Words.T("outside.file_copy"))
			if got := fyne.CurrentApp().Clipboard().Content(); got != "/somewhere/report.pdf" {
				t.Errorf("copied is %q", got)
			}
			continue
		}
		h.Tap(h.Words.T("export.open"))
		if opened != "/somewhere/report.pdf" {
			t.Errorf("opened is %q", opened)
		}
	}
}

// Everything that another program opens goes one way, which says what to do where there is none.
func TestOthersProgramsAreAskedInOnePlace(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, own...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range []string{".OpenURL(", "Desktop.Open(", "Desktop.Reveal(", "Desktop.Link("} {
			if !strings.HasSuffix(name, "_test.go") && strings.Contains(string(text), call) {
				t.Errorf("ui/%s opens something outside by itself (%s): openOutside says what to do where nothing does", name, call)
			}
		}
	}
}

// An error without words of its own is said together with the file that has its details.
func TestAFaultNamesItsLog(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) { cfg.LogFile = "/somewhere/mentorbook.log" }})
	h.Shell.Fail(errors.New("secret"))
	h.Wants("the details are in /somewhere/mentorbook.log")
	h.Lacks("secret")
}

// Letters are opened without one waiting for the moment of another; where the mail program does not work, that is known
// after the first.
func TestLettersAreOpenedTogether(t *testing.T) {
	letters := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}
	none := errors.New("no mail program")
	asked := 0
	if err := ui.OpenAll(letters, func(string) error { asked++; return none }); !errors.Is(err, none) || asked != 1 {
		t.Errorf("%v after %d letters", err, asked)
	}
	var all sync.WaitGroup
	all.Add(len(letters) - 1) // each of the others waits until all of them are being opened
	var opened sync.Map
	err := ui.OpenAll(letters, func(letter string) error {
		opened.Store(letter, true)
		if letter != letters[0] {
			all.Done()
			all.Wait()
		}
		if letter == "7" {
			return none
		}
		return nil
	})
	n := 0
	opened.Range(func(any, any) bool { n++; return true })
	if n != len(letters) || !errors.Is(err, none) {
		t.Errorf("%d letters, %v", n, err)
	}
	if err := ui.OpenAll(nil, func(string) error { return none }); err != nil {
		t.Error(err)
	}
}
