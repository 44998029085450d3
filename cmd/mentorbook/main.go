// Command mentorbook opens the window over a workspace.
package main

import (
	"crypto/rand"
	"errors"
	"flag"
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
	opt := options{}
	flag.StringVar(&opt.workspace, "workspace", "", "the workspace file; without it, the one that was open last")
	flag.StringVar(&opt.sample, "sample", "", "mentor or mentee: fill a workspace file that is not there yet with the sample; without -workspace, one of its own")
	flag.StringVar(&opt.lang, "lang", "", "en or ru")
	flag.StringVar(&opt.now, "now", "", "the time to take for now, such as 2026-11-23T09:00:00Z")
	flag.StringVar(&opt.open, "open", "", "the screen to begin with, such as today, calendar/week or relationship/ID/plan")
	flag.StringVar(&opt.theme, "theme", "", "light or dark")
	flag.Parse()
	if err := run(opt); err != nil {
		words, wordsErr := locale.New(opt.language())
		if wordsErr != nil {
			panic(wordsErr) // the words built into the program are broken: a test's business
		}
		text := words.Error(err)
		if errors.Is(err, errNoDisplay) {
			text = words.T("window.no_display")
		}
		fmt.Fprintln(os.Stderr, "mentorbook:", core.CleanLine(text))
		os.Exit(1)
	}
}

// options are the words of the command line.
type options struct{ workspace, sample, lang, now, theme, open string }

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
	t, err := time.Parse(time.RFC3339, o.now)
	if err != nil {
		return nil, core.FailField(core.CodeBadTime, "now", "value", o.now)
	}
	return wire.Clock{Fixed: t}, nil
}

func (o options) side() (core.Role, error) {
	switch side := core.Role(o.sample); side {
	case "", core.RoleMentor, core.RoleMentee:
		return side, nil
	}
	return "", core.FailField(core.CodeBadChoice, "side", "value", o.sample)
}

func run(o options) error {
	cfg, err := o.config()
	if err != nil {
		return err
	}
	if path, made := program.Target(cfg.Path, cfg.Default, cfg.Settings); made && program.Raise(cfg.Sockets, path) {
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
	cfg.Log = box.Log
	return show(cfg, o.theme)
}

// config reads what the command line, this machine and the system say.
func (o options) config() (program.Config, error) {
	cfg := program.Config{
		Language: o.spoken(), System: system(), Path: o.workspace, Default: wire.DefaultWorkspace(), Keep: wire.MachineSettings(),
		Samples: wire.SampleWorkspace, Sockets: sockets(),
	}
	var err, wrong error
	cfg.Clock, wrong = o.clock()
	err = errors.Join(err, wrong)
	cfg.Sample, wrong = o.side()
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
