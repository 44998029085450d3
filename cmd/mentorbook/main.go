// Command mentorbook opens the window over a workspace.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"
	_ "time/tzdata"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
	"mentorbook/ui/shell"
)

func main() {
	if storage.RunCheckChild(os.Stdout) {
		return
	}
	opt := options{}
	flag.StringVar(&opt.workspace, "workspace", wire.DefaultWorkspace(), "the workspace file; a new one begins with the sample")
	flag.StringVar(&opt.lang, "lang", "", "en or ru")
	flag.StringVar(&opt.now, "now", "", "the time to take for now, such as 2026-11-23T09:00:00Z")
	flag.StringVar(&opt.open, "open", "", "the screen to begin with, such as today, calendar/week or relationship/ID/plan")
	flag.StringVar(&opt.theme, "theme", "", "light or dark")
	flag.Parse()
	if err := run(context.Background(), opt); err != nil {
		words, wordsErr := locale.New(opt.language())
		if wordsErr != nil {
			panic(wordsErr) // the words built into the program are broken: a test's business
		}
		fmt.Fprintln(os.Stderr, "mentorbook:", core.CleanLine(words.Error(err)))
		os.Exit(1)
	}
}

// options are the words of the command line.
type options struct{ workspace, lang, now, theme, open string }

func (o options) language() core.Language {
	switch lang := core.Language(o.lang); lang {
	case core.English, core.Russian:
		return lang
	}
	return locale.Detect(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
}

func (o options) clock() (planner.Clock, error) {
	if o.now == "" {
		return wire.Clock{}, nil
	}
	t, err := time.Parse(time.RFC3339, o.now)
	if err != nil {
		return nil, core.FailField(core.CodeBadTime, "now", "value", o.now)
	}
	return wire.Clock{Fixed: t}, nil
}

func run(ctx context.Context, o options) (err error) {
	clock, err := o.clock()
	if err != nil {
		return err
	}
	words, err := locale.New(o.language())
	if err != nil {
		return err
	}
	first, err := shell.ParseRoute(o.open)
	if err != nil {
		return err
	}
	store, fresh, err := openOrCreate(ctx, o.workspace)
	if err != nil {
		return err
	}
	defer func() {
		_, backup := store.KeepBackup(ctx, clock.Now())
		err = errors.Join(err, backup, store.Close())
	}()
	p, err := wire.Planner(ctx, store, clock, "window", o.language())
	if err != nil {
		return err
	}
	if fresh {
		if err := sample.Fill(ctx, p, sample.Options{As: core.RoleMentor, Now: clock.Now(), Language: o.language()}, nil); err != nil {
			return err
		}
	}
	show(p, words, first, o)
	return nil
}

// openOrCreate opens the workspace, or makes it where there is none.
func openOrCreate(ctx context.Context, path string) (store *storage.Store, fresh bool, err error) {
	opt := storage.Options{Holder: "mentorbook"}
	store, err = storage.Open(ctx, path, opt)
	if core.CodeOf(err) != core.CodeNotFound {
		return store, false, err
	}
	store, err = storage.Create(ctx, path, opt)
	return store, true, err
}
