// Command mentorctl is Mentorbook without a window: for scripts, backups, invitations and reports.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/storage"
)

func main() {
	if storage.RunCheckChild(os.Stdout) {
		return
	}
	ctx, stop := untilStopped()
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// untilStopped gives a context that ends when the user or the system asks the program to stop: its work then ends
// cleanly. Whoever asks a second time ends the program itself.
func untilStopped() (ctx context.Context, stop func()) {
	ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

// run does one command. Errors are one line, in the user's language, be the rest of the line right or wrong.
func run(ctx context.Context, args []string, out, complaints io.Writer) int {
	a := &app{out: answer{out}, stderr: complaints, lang: string(askedLanguage(args))}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(a.out)
	root.SetErr(complaints)
	c, err := root.ExecuteContextC(ctx)
	if ofFlags(c, err) {
		err = misused(err)
	}
	if err == nil {
		err = a.helped
	}
	if closed := a.close(context.WithoutCancel(ctx)); err == nil {
		err = closed
	}
	if err == nil {
		return exitDone
	}
	line, code := a.complaint(err)
	a.remark(line)
	return code
}

// words gives the language of messages: what was asked for, else the system's. It is loaded once.
func (a *app) words() *locale.Words {
	if a.spoken != nil {
		return a.spoken
	}
	lang := core.Language(a.lang)
	if lang != core.English && lang != core.Russian {
		lang = locale.Detect(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	}
	w, err := locale.New(lang)
	if err != nil {
		w, err = locale.New(core.English)
	}
	if err != nil {
		panic(err) // the words built into the program are broken: a test's business, not a user's
	}
	a.spoken = w
	return w
}
