// Command mentorbook opens the window over a workspace.
package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"
	_ "time/tzdata"

	"github.com/adrg/xdg"

	"mentorbook/cmd/internal/wire"
	"mentorbook/cmd/mentorbook/program"
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/storage"
	"mentorbook/storage/machine"
	"mentorbook/ui/shell"
)

func main() {
	if storage.RunCheckChild(os.Stdout) {
		return
	}
	opt, err := parse(os.Args[1:])
	words, wordsErr := locale.New(opt.language())
	if wordsErr != nil {
		panic(wordsErr) // the words built into the program are broken: a test's business
	}
	switch {
	case err != nil:
	case opt.help:
		err = opt.usage(words, os.Stdout)
	default:
		err = run(opt)
	}
	if err != nil {
		line, code := complaint(words, err)
		fmt.Fprintln(os.Stderr, "mentorbook:", line)
		os.Exit(code)
	}
}

// complaint gives the line for an error, and the exit code that belongs to it: 2 for a command line that means nothing.
func complaint(w *locale.Words, err error) (line string, code int) {
	var m *misuse
	switch {
	case errors.As(err, &m):
		return core.CleanLine(w.T("ctl.wrong_usage", "reason", w.T(m.key, m.args...))), 2
	case errors.Is(err, errNoDisplay):
		return w.T("window.no_display"), 1
	}
	return core.CleanLine(w.Error(err)), 1
}

// spoken is the language that was asked for, "" for none.
func (o options) spoken() core.Language {
	switch lang := core.Language(o.lang); lang {
	case core.English, core.Russian:
		return lang
	}
	return ""
}

func (o options) language() core.Language {
	if lang := o.spoken(); lang != "" {
		return lang
	}
	return system()
}

// system is the language that the system speaks.
func system() core.Language {
	return locale.Detect(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
}

func (o options) clock() (planner.Clock, error) {
	if o.now == "" {
		return wire.Clock{}, nil
	}
	t, err := wire.ParseNow(o.now, core.DateOf(time.Now()))
	if err != nil {
		return nil, err
	}
	return wire.Clock{Fixed: t}, nil
}

func run(o options) error {
	cfg, err := o.config()
	if err != nil {
		return err
	}
	if path, made := program.Target(cfg.Path, cfg.Default, cfg.Settings); made && program.Raise(cfg.Sockets, path, cfg.First) {
		return nil // the window that has the file open is in front now
	}
	if !hasDisplay() {
		return errNoDisplay
	}
	now := cfg.Clock.Now()
	reports := filepath.Dir(cfg.Keep)
	cfg.Report = program.Newest(reports, now)
	box, err := program.Record(reports)
	if err != nil {
		log.Print(err) // a fault will leave no report; all else works
	}
	defer box.Close()
	cfg.Log, cfg.LogFile = box.Log, box.LogFile()
	return show(cfg)
}

// config reads what the command line, this machine and the system say.
func (o options) config() (program.Config, error) {
	cfg := program.Config{
		Language: o.spoken(), System: system(), Path: o.workspace, Sample: core.Role(o.sample), Default: wire.DefaultWorkspace(), Keep: wire.MachineSettings(),
		Samples: wire.SampleWorkspace, Sockets: sockets(), Theme: o.theme,
	}
	var err, wrong error
	cfg.Clock, wrong = o.clock()
	err = errors.Join(err, wrong)
	cfg.First, wrong = shell.ParseRoute(o.open)
	if err = errors.Join(err, wrong); err != nil {
		return cfg, err
	}
	if cfg.Path == "" && cfg.Sample != "" {
		cfg.Path = cfg.Samples(cfg.Sample)
	}
	if cfg.Path != "" {
		if cfg.Path, err = filepath.Abs(cfg.Path); err != nil {
			return cfg, storage.FileError(o.workspace, err)
		}
	}
	settings, aside, err := machine.Load(cfg.Keep, rand.Reader)
	if settings == nil {
		return cfg, err
	}
	if err != nil {
		log.Print(err) // they can be read but not written: this machine forgets, and no more
	}
	if aside != "" {
		log.Print("the settings of this machine could not be read, and were put aside: ", aside)
	}
	cfg.Settings = settings
	return cfg, nil
}

// sockets is the folder in which windows listen for second starts.
func sockets() string {
	if dir := xdg.RuntimeDir; dir != "" {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return filepath.Join(dir, "mentorbook")
		}
	}
	return filepath.Join(os.TempDir(), fmt.Sprintf("mentorbook-%d", os.Getuid()))
}
