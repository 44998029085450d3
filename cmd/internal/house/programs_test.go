package house

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const tags = "-tags=migrated_fynedo"

// goList runs the go command at the top of the module and returns the words it printed.
func goList(t *testing.T, env []string, args ...string) []string {
	t.Helper()
	command := exec.Command("go", args...)
	command.Dir = top
	command.Env = append(os.Environ(), env...)
	var stderr strings.Builder
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return strings.Fields(string(out))
}

// programs lists every program of the module but the ones that open windows.
func programs(t *testing.T) []string {
	t.Helper()
	all := goList(t, nil, "list", tags, "-f", `{{if eq .Name "main"}}{{.ImportPath}}{{end}}`, "./cmd/...")
	return slices.DeleteFunc(all, func(name string) bool {
		return anyWithin(strings.TrimPrefix(name, Module+"/"), mayOpenWindows)
	})
}

// Scripts, servers and backups run where there is no display and no C compiler.
func TestOnlyTheWindowNeedsFyneAndC(t *testing.T) {
	for _, program := range programs(t) {
		// With cgo on, so that packages show the C that they would use.
		deps := goList(t, []string{"CGO_ENABLED=1"}, "list", tags, "-deps",
			"-f", `{{if not .Standard}}{{.ImportPath}}{{if .CgoFiles}} C:{{.ImportPath}}{{end}}{{end}}`, program)
		if !slices.Contains(deps, program) {
			t.Errorf("%s is not in its own list", program)
		}
		for _, dep := range deps {
			if name, usesC := strings.CutPrefix(dep, "C:"); usesC {
				t.Errorf("%s needs the C code of %s", program, name)
			}
			if within(dep, fyneModule) || within(dep, Module+"/ui") || strings.HasPrefix(dep, "fyne.io/") {
				t.Errorf("%s needs %s", program, dep)
				break // what that needs in turn says no more
			}
		}
	}
}

func TestProgramsBuildForOtherSystems(t *testing.T) {
	for _, system := range [][2]string{{"windows", "amd64"}, {"darwin", "amd64"}, {"linux", "386"}} { // one with narrow integers
		env := []string{"GOOS=" + system[0], "GOARCH=" + system[1], "CGO_ENABLED=0"}
		goList(t, env, append([]string{"build", tags, "-o", os.DevNull}, programs(t)...)...)
	}
}

// What runs under the race detector may not link the real window driver: its C code would be compiled a
// second time, for minutes. The pattern is the one that the scripts split the packages by.
func TestRaceTestsLinkNoWindowDriver(t *testing.T) {
	common, err := os.ReadFile(top + "/.ci/common.sh")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^window_packages='(.*)'$`).FindSubmatch(common)
	if line == nil {
		t.Fatal("the scripts do not say which packages open windows")
	}
	window := regexp.MustCompile(string(line[1]))
	for _, dir := range mayOpenWindows {
		if !window.MatchString(Module + "/" + dir) {
			t.Errorf("%s may open windows, but its tests would run with -race", dir)
		}
	}
	packages := goList(t, nil, "list", tags, "./...")
	args := []string{"list", tags, "-deps", "-test", "-f", "{{.ImportPath}}"}
	for _, dep := range goList(t, nil, append(args, slices.DeleteFunc(packages, window.MatchString)...)...) {
		if dep == fyneApp || strings.HasPrefix(dep, "github.com/go-gl/") {
			t.Errorf("a test with -race would link %s", dep)
		}
	}
}
