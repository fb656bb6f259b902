// Its own types need three.js, which its bundle brings along.
declare module "@google/model-viewer/dist/model-viewer.min.js";
