package main

import (
	"context"
	"encoding/json"
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
	now       time.Time
	started   bool // the words of the command line were understood
	out       io.Writer
	store     *storage.Store
	p         *planner.Planner
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "mentorctl", Short: "Mentorbook without a window", SilenceErrors: true, SilenceUsage: true,
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.start() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	flags := root.PersistentFlags()
	flags.StringVarP(&a.workspace, "workspace", "w", wire.DefaultWorkspace(), "the workspace file")
	flags.StringVar(&a.lang, "lang", "", "en or ru")
	flags.BoolVar(&a.json, "json", false, "lists as JSON")
	flags.StringVar(&a.nowText, "now", "", "the time to take for now, such as 2026-11-23T09:00:00Z")
	root.AddCommand(a.demo(), a.list(), a.show(), a.people(), a.importTable(), a.invite(), a.report(), a.undo())
	root.AddCommand(a.fileCommands()...)
	return root
}

func (a *app) start() error {
	switch core.Language(a.lang) {
	case "", core.English, core.Russian:
	default:
		return core.FailField(core.CodeBadChoice, "language", "value", a.lang)
	}
	if a.nowText != "" {
		t, err := time.Parse(time.RFC3339, a.nowText)
		if err != nil {
			return core.FailField(core.CodeBadTime, "now", "value", a.nowText)
		}
		a.now = t
	}
	a.started = true
	return nil
}

func (a *app) clock() planner.Clock { return wire.Clock{Fixed: a.now} }

// open opens the workspace for a command.
func (a *app) open(ctx context.Context) (*planner.Planner, error) {
	store, err := storage.Open(ctx, a.workspace, storage.Options{Holder: "mentorctl"})
	if err != nil {
		return nil, err
	}
	return a.use(ctx, store)
}

// create makes a new workspace for a command.
func (a *app) create(ctx context.Context) (*planner.Planner, error) {
	store, err := storage.Create(ctx, a.workspace, storage.Options{Holder: "mentorctl"})
	if err != nil {
		return nil, err
	}
	return a.use(ctx, store)
}

func (a *app) use(ctx context.Context, store *storage.Store) (*planner.Planner, error) {
	a.store = store
	p, err := wire.Planner(ctx, store, a.clock(), "mentorctl", a.words().Language())
	a.p = p
	return p, err
}

func (a *app) close() error {
	if a.store == nil {
		return nil
	}
	return a.store.Close()
}

// print writes a value as JSON, for scripts.
func (a *app) print(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return core.Wrap(core.CodeFile, enc.Encode(v))
}

// exactly refuses a wrong number of words after a command.
func exactly(n int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return core.Fail(core.CodeUsage, "reason", "wrong number of arguments")
		}
		return nil
	}
}
