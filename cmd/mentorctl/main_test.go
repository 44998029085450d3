package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"mentorbook/storage"
)

func TestMain(m *testing.M) {
	if checked := os.Getenv("MENTORBOOK_CHECK_FILE"); checked != "" && checked == os.Getenv("CHECK_DIES_ON") {
		go func() { panic("a check that no guard reaches") }()
		select {}
	}
	if storage.RunCheckChild(os.Stdout) {
		return
	}
	testscript.Main(m, map[string]func(){
		"mentorctl": func() {
			if storage.RunCheckChild(os.Stdout) {
				return
			}
			ctx, stop := untilStopped()
			defer stop()
			os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
		},
	})
}

func TestScripts(t *testing.T) {
	for _, judge := range []string{"qpdf", "pdftotext", "pdffonts"} {
		if _, err := exec.LookPath(judge); err == nil {
			continue
		} else if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(judge + " is missing")
	}
	contacts, err := filepath.Abs("../../core/contacts/testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Cmds: commands(t), Setup: func(env *testscript.Env) error {
		env.Setenv("CONTACTS", contacts)
		return nil
	}})
}
