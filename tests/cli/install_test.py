"""What `meson install` puts down works where it stands, wherever that is."""
import json
import os
import pathlib
import subprocess
import unittest

import harness
from harness import TWO_PORTS

BUILD_ROOT = os.environ["BUILD_ROOT"]

USER = r"""
#include <corridor/base/version.h>
#include <corridor/model/load.h>
#include <corridor/sim/route.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_report report;
    cor_report_init(&report, &arena);
    const struct cor_load how = {.as_of = COR_NO_DATE};
    const struct cor_scenario *scenario;
    enum cor_load_state state;
    if (argc != 2 || cor_scenario_load(&scenario, &state, argv[1], &how,
                                       &report, &arena, NULL) != COR_OK)
        return 1;
    struct cor_routes routes;
    if (cor_route_find(&routes, scenario, &scenario->corridor[0].query,
                       COR_BY_LENGTH, 1, &arena, NULL) != COR_OK)
        return 1;
    printf("%s %.0f\n", cor_version(), routes.route[0].amount[COR_BY_LENGTH]);
    cor_arena_finish(&arena);
}
"""


class Install(harness.Case):
    def setUp(self):
        super().setUp()
        subprocess.run(["meson", "install", "-C", BUILD_ROOT, "--no-rebuild",
                        "--quiet", "--destdir", str(self.folder / "root")],
                       check=True, capture_output=True)
        self.prefix, = {path.parent.parent for path in
                        self.folder.glob("root/**/bin/corridor")}
        self.scenario = self.write("two.yaml", TWO_PORTS)

    def run_installed(self, *words):
        environment = {k: v for k, v in os.environ.items()
                       if k != "LD_LIBRARY_PATH"}
        return subprocess.run([str(self.prefix / "bin/corridor"), *words],
                              capture_output=True, check=True,
                              env=environment).stdout

    def test_command_finds_its_data(self):
        doctor = json.loads(self.run_installed("doctor", "--json"))
        found = {i["name"]: i["detail"] for i in doctor["findings"]}
        self.assertEqual(pathlib.Path(found["data folder"]).resolve(),
                         (self.prefix / "share/corridor").resolve())
        self.assertTrue(doctor["good"])

    def test_command_finds_its_module(self):
        here = {i["name"]: i for i in
                harness.corridor("doctor", "--json").json["findings"]}
        there = {i["name"]: i for i in
                 json.loads(self.run_installed("doctor", "--json"))["findings"]}
        self.assertEqual(there["GDAL"]["good"], here["GDAL"]["good"])

    def test_shipped_scenarios_are_there(self):
        folder = self.prefix / "share/corridor/scenarios"
        for path in sorted((harness.SOURCE_ROOT / "scenarios").glob("*.yaml")):
            here = harness.corridor("check", str(path), "--json")
            there = harness.corridor("check", str(folder / path.name),
                                     "--json")
            self.assertEqual(there.status, here.status, there.out)
            self.assertEqual(there.json["warnings"], here.json["warnings"])

    def test_run(self):
        made = self.folder / "out"
        self.run_installed("run", self.scenario, "-o", str(made))
        self.assertTrue((made / "two.svg").exists())

    def test_a_program_of_somebody_else(self):
        packages, = self.folder.glob("root/**/pkgconfig")
        source = self.write("user.c", USER)
        program = self.folder / "user"
        environment = {**os.environ, "PKG_CONFIG_PATH": str(packages),
                       "PKG_CONFIG_SYSROOT_DIR": str(self.folder / "root")}
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "corridor"], check=True,
            capture_output=True, text=True, env=environment).stdout.split()
        if os.environ["SANITIZED"] != "none":
            flags.append("-fsanitize=" + os.environ["SANITIZED"])
        subprocess.run(["cc", "-std=c17", "-Wall", "-Werror", source, "-o",
                        str(program), *flags], check=True)
        done = subprocess.run(
            [str(program), self.scenario], check=True, capture_output=True,
            env={**os.environ, "LD_LIBRARY_PATH": str(packages.parent)})
        self.assertRegex(done.stdout, rb"\A\d+\.\d+\.\d+ 468000\n\Z")

    def test_what_is_loaded_when_used_is_not_asked_of_others(self):
        packages = list(self.folder.glob("root/**/pkgconfig/*.pc"))
        self.assertEqual(len(packages), 3)
        for path in packages:
            text = path.read_text(encoding="utf-8")
            self.assertNotIn("proj", text)
            self.assertNotIn("geos", text)

    def test_manual(self):
        self.assertTrue((self.prefix / "share/man/man1/corridor.1").exists())


if __name__ == "__main__":
    unittest.main()
