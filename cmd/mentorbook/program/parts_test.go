package program

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/ui/shell"
)

// beginName gives what is typed as the name on the welcome screen.
func (p *Program) beginName() string { return p.form.Name }

func TestAReportHoldsPlacesAndNoTexts(t *testing.T) {
	secret := "Amina wants to leave the team"
	var stack []byte
	func() {
		defer func() {
			if recover() != nil {
				stack = debug.Stack()
			}
		}()
		fail(secret)
	}()
	dump := "panic: " + secret + "\n\tgoroutine lies.go:1 \"" + secret + "\"\n\n" + string(stack) + "\nexit status 2 " + secret
	report := string(strip([]byte(dump)))
	if strings.Contains(report, "Amina") || strings.Contains(report, "0x") && strings.Contains(report, "fail(0x") {
		t.Error(report)
	}
	if !strings.Contains(report, "program.fail\n") || !strings.Contains(report, "parts_test.go:") {
		t.Error(report)
	}
}

//go:noinline
func fail(secret string) { panic(secret) }

// A fault in work beside the window does not end the program, and leaves a report all the same; an error that is none
// leaves nothing.
func TestAFaultThatWasCaughtLeavesAReport(t *testing.T) {
	dir := t.TempDir()
	box, err := Record(dir)
	if err != nil {
		t.Fatal(err)
	}
	log.SetOutput(io.Discard)
	defer log.SetOutput(os.Stderr)
	box.Log(core.Fail(core.CodeDiskFull, "path", "x"))
	box.Log(core.FailField(core.CodeBadEmail, "emails.1", "value", "Amina at home"))
	if got := Newest(dir, time.Now()); got != "" {
		t.Error("a report of no fault:", got)
	}
	stack := []byte("goroutine 5 [running]:\nmentorbook/ui.save(0x1, {0x2, 0x3})\n\t/src/ui/save.go:12 +0x4\n")
	box.Log(fmt.Errorf("saving: %w", &shell.PanicError{Value: "Amina", Stack: stack}))
	box.Close()
	text, err := os.ReadFile(Newest(dir, time.Now()))
	if err != nil || !bytes.Contains(text, []byte("mentorbook/ui.save\n\t/src/ui/save.go:12")) || bytes.Contains(text, []byte("Amina")) {
		t.Errorf("%s %v", text, err)
	}
	kept, err := os.ReadFile(box.LogFile())
	if err != nil || !bytes.Contains(kept, []byte("disk_full x\n")) || !bytes.Contains(kept, []byte("bad_email emails.1\n")) || !bytes.Contains(kept, []byte(filepath.Base(Newest(dir, time.Now())))) || bytes.Contains(kept, []byte("Amina")) {
		t.Errorf("the log holds %s, %v", kept, err)
	}
	var none *Blackbox // where the folder can't be written to
	none.Log(&shell.PanicError{Stack: stack})
	none.Close()
}

func TestTheNewestReportIsFoundAndOldOnesGo(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	if got := Newest(dir, now); got != "" {
		t.Error(got)
	}
	for i := range 15 {
		if err := write(dir, []byte("goroutine 1 [running]:\n"), now.Add(time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	own := filepath.Join(dir, fmt.Sprintf("crash-%d.raw", os.Getpid()))
	for _, path := range []string{own, filepath.Join(dir, "crash-99999999.raw")} { // of a process that runs, and of none
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	raw := "panic: secret\n\ngoroutine 7 [running]:\nmain.main()\n\t/src/main.go:3 +0x1\n"
	if err := os.WriteFile(filepath.Join(dir, "crash-88888888.raw"), []byte(raw), 0o600); err != nil {
		t.Fatal(err)
	}
	late := now.Add(1000 * time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "crash-88888888.raw"), late, late); err != nil {
		t.Fatal(err)
	}
	newest := Newest(dir, now)
	text, err := os.ReadFile(newest)
	if err != nil || !bytes.Contains(text, []byte("main.main\n\t/src/main.go:3")) || bytes.Contains(text, []byte("secret")) {
		t.Errorf("%s: %s %v", newest, text, err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(left) != mostReports+1 || !slices.Contains(left, own) {
		t.Error(left)
	}
}
