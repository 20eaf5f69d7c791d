#!/bin/sh
# The map of maps.sh by GMT. usage: maps_gmt.sh FOLDER
set -eu
cd "$1"
gmt begin gmt png E203 >/dev/null
gmt basemap -R0/125/15/65 -JM20c -Ba20 -BWSen+glightblue
gmt plot rings.txt -Gwheat -W0.3p
gmt plot lines.txt -W2p,red
gmt plot names.txt -Sc0.15c -Gblack
gmt text names.txt -F+f8p -D0/0.25c
gmt end >/dev/null
