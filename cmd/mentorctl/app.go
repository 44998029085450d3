package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// app is one run: the global flags, and the workspace once a command needs it.
type app struct {
	workspace string
	lang      string
	spoken    *locale.Words // see words
	json      bool
	nowText   string
	fixed     time.Time // the time to take for now; zero: the clock's
	helped    error     // what came of showing help
	wrote     bool
	out       io.Writer
	stderr    io.Writer
	store     *storage.Store
	p         *planner.Planner
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "mentorctl COMMAND", SilenceErrors: true, SilenceUsage: true, Args: cobra.ArbitraryArgs,
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return errors.Join(a.start(), a.values(c)) },
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.help(c)
			}
			return needsCommand(c, args)
		},
	}
	root.Version = wire.Version
	root.SetVersionTemplate("mentorctl {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.helped = a.help(c) })
	root.SetHelpCommand(a.helpCommand())
	flags := root.PersistentFlags()
	flags.BoolP("help", "h", false, "") // cobra would add it later, and take the word behind it for its value
	flags.StringVarP(&a.workspace, "workspace", "w", wire.DefaultWorkspace(), "")
	flags.StringVar(&a.lang, "lang", a.lang, "")
	flags.BoolVar(&a.json, "json", false, "")
	flags.StringVar(&a.nowText, "now", "", "")
	root.AddCommand(a.begin(), a.demo(), a.list(), a.show(), a.people(), a.relationships(), a.importTable(),
		a.plan(), a.move(), a.cancel(), a.rename(), a.daysOff(), a.closeMeeting(), a.actions(), a.questions(), a.invite(), a.noteAnswer(), a.free(), a.report(), a.undo(), a.redo(), a.deleted(), a.calendar())
	root.AddCommand(a.fileCommands()...)
	return root
}

// start understands the global flags.
func (a *app) start() error {
	if a.lang != "" {
		if err := oneOf(a.lang, []string{string(core.English), string(core.Russian)}); err != nil {
			return err
		}
	}
	if a.nowText != "" {
		t, err := wire.ParseNow(a.nowText, core.DateOf(time.Now()))
		if err != nil {
			return misused(err)
		}
		a.fixed = t
	}
	return nil
}

func (a *app) clock() planner.Clock { return wire.Clock{Fixed: a.fixed} }

// open opens the workspace for a command.
func (a *app) open(ctx context.Context) (*planner.Planner, error) {
	store, err := storage.Open(ctx, a.workspace, storage.Options{Holder: "mentorctl"})
	if err != nil {
		return nil, err
	}
	return a.use(ctx, store)
}

// read opens the workspace for a command that changes nothing: also where it can only be read, and where an import
// that was cut off can't be taken back; that is said.
func (a *app) read(ctx context.Context) (*planner.Planner, error) {
	p, err := a.open(ctx)
	if core.CodeOf(err) == core.CodeReadOnly && a.store == nil {
		var store *storage.Store
		if store, err = storage.Open(ctx, a.workspace, storage.Options{Holder: "mentorctl", ReadOnly: true}); err == nil {
			p, err = a.use(ctx, store)
		}
	}
	if core.CodeOf(err) == core.CodeUnfinished {
		a.remark(a.words().Error(err))
		err = nil
	}
	return p, err
}

// remark says on stderr what is worth knowing, of something that is done all the same or of why it is not.
func (a *app) remark(line string) { fmt.Fprintln(a.stderr, "mentorctl:", core.CleanLine(line)) }

// openFor opens the workspace for a command that may be asked only to show what it would do.
func (a *app) openFor(ctx context.Context, dry bool) (*planner.Planner, error) {
	if dry {
		return a.read(ctx)
	}
	return a.open(ctx)
}

// openToNote opens the workspace for a command that hands something on and notes there that it did.
func (a *app) openToNote(ctx context.Context, kind core.Kind) (*planner.Planner, error) {
	p, err := a.open(ctx)
	if core.CodeOf(err) == core.CodeReadOnly {
		return nil, core.Fail(core.CodeReadOnly, "kind", string(kind), "path", a.workspace)
	}
	return p, err
}

// create makes a new workspace for a command, filled or not at all.
func (a *app) create(ctx context.Context, fill func(*planner.Planner) error) error {
	store, err := storage.Make(ctx, a.workspace, storage.Options{Holder: "mentorctl"},
		wire.Filled(ctx, a.clock(), "mentorctl", a.words().Language(), fill))
	if err != nil {
		return err
	}
	_, err = a.use(ctx, store)
	return err
}

func (a *app) use(ctx context.Context, store *storage.Store) (*planner.Planner, error) {
	a.store = store
	p, err := wire.Planner(ctx, store, a.clock(), "mentorctl", a.words().Language())
	a.p = p
	if err == nil {
		p.Listen(func(planner.Event) { a.wrote = true })
	}
	return p, err
}

// close ends the use of the workspace. What has been written makes room in the journal for a little of what has
// grown old there.
func (a *app) close(ctx context.Context) error {
	if a.store == nil {
		return nil
	}
	var trim error
	if a.wrote {
		_, trim = a.p.History.Trim(ctx, trimmedAtOnce)
		if err := a.p.Invitations.RenewFeed(ctx, a.words().T("settings.feed_name")); err != nil { // what was asked for is done all the same
			a.remark(a.words().T("settings.feed_failed", "reason", a.words().Error(err)))
		}
	}
	return errors.Join(trim, a.store.Close())
}

// trimmedAtOnce is how many entries of the journal one command looks at.
const trimmedAtOnce = 100

// print writes a value as JSON, for scripts.
func (a *app) print(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return storage.FileError("", enc.Encode(v))
}
