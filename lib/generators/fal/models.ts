import { anyLlm } from "./any-llm";
import { beatovenMusicGeneration } from "./beatoven-music-generation";
import { beatovenSoundEffectGeneration } from "./beatoven-sound-effect-generation";
import { briaBackgroundRemove } from "./bria-background-remove";
import { bytedanceSeedanceV15ProImageToVideo } from "./bytedance-seedance-v1-5-pro-image-to-video";
import { bytedanceSeedanceV15ProTextToVideo } from "./bytedance-seedance-v1-5-pro-text-to-video";
import { bytedanceSeedanceV1ProImageToVideo } from "./bytedance-seedance-v1-pro-image-to-video";
import { bytedanceSeedanceV1ProTextToVideo } from "./bytedance-seedance-v1-pro-text-to-video";
import { bytedanceSeedreamV5LiteEdit } from "./bytedance-seedream-v5-lite-edit";
import { bytedanceSeedreamV45Edit } from "./bytedance-seedream-v45-edit";
import { chatterboxTextToSpeech } from "./chatterbox-text-to-speech";
import { chatterboxTtsTurbo } from "./chatterbox-tts-turbo";
import { clarityUpscaler } from "./clarity-upscaler";
import { creatifyLipsync } from "./creatify-lipsync";
import { crystalUpscaler } from "./crystal-upscaler";
import { elevenlabsMusic } from "./elevenlabs-music";
import { elevenlabsSoundEffectsV2 } from "./elevenlabs-sound-effects-v2";
import { elevenlabsSpeechToText } from "./elevenlabs-speech-to-text";
import { elevenlabsTextToDialogue } from "./elevenlabs-text-to-dialogue";
import { elevenlabsTtsElevenV3 } from "./elevenlabs-tts-eleven-v3";
import { elevenlabsTtsTurboV25 } from "./elevenlabs-tts-turbo-v2-5";
import { florence2Caption } from "./florence-2-caption";
import { flux2 } from "./flux-2";
import { flux2Edit } from "./flux-2-edit";
import { flux2Flex } from "./flux-2-flex";
import { flux2Klein } from "./flux-2-klein";
import { flux2Max } from "./flux-2-max";
import { flux2Pro } from "./flux-2-pro";
import { flux2ProEdit } from "./flux-2-pro-edit";
import { fluxKontextMax } from "./flux-kontext-max";
import { fluxLora } from "./flux-lora";
import { fluxLoraTraining } from "./flux-lora-training";
import { fluxProKontext } from "./flux-pro-kontext";
import { fluxProUltra } from "./flux-pro-ultra";
import { gemini25FlashImage } from "./gemini-25-flash-image";
import { gemini25FlashImageEdit } from "./gemini-25-flash-image-edit";
import { gptImage15 } from "./gpt-image-1-5";
import { gptImage1EditImage } from "./gpt-image-1-edit-image";
import { gptImage1Mini } from "./gpt-image-1-mini";
import { gptImage15Edit } from "./gpt-image-15-edit";
import { grokImagineVideoExtendVideo } from "./grok-imagine-video-extend-video";
import { grokImagineVideoReferenceToVideo } from "./grok-imagine-video-reference-to-video";
import { hunyuan3dV21 } from "./hunyuan3d-v21";
import { ideogramCharacter } from "./ideogram-character";
import { ideogramCharacterEdit } from "./ideogram-character-edit";
import { ideogramV2 } from "./ideogram-v2";
import { ideogramV3 } from "./ideogram-v3";
import { imagen4Preview } from "./imagen4-preview";
import { imagen4PreviewFast } from "./imagen4-preview-fast";
import { imagen4Ultra } from "./imagen4-ultra";
import { infinitalk } from "./infinitalk";
import { klingMotionControl } from "./kling-motion-control";
import { klingVideoAiAvatarV2Pro } from "./kling-video-ai-avatar-v2-pro";
import { klingVideoAiAvatarV2Standard } from "./kling-video-ai-avatar-v2-standard";
import { klingVideoO1ReferenceToVideo } from "./kling-video-o1-reference-to-video";
import { klingVideoO3StandardImageToVideo } from "./kling-video-o3-standard-image-to-video";
import { klingVideoV25TurboProImageToVideo } from "./kling-video-v2-5-turbo-pro-image-to-video";
import { klingVideoV25TurboProTextToVideo } from "./kling-video-v2-5-turbo-pro-text-to-video";
import { klingVideoV26ProImageToVideo } from "./kling-video-v2-6-pro-image-to-video";
import { klingVideoV3ProImageToVideo } from "./kling-video-v3-pro-image-to-video";
import { klingVideoV3ProTextToVideo } from "./kling-video-v3-pro-text-to-video";
import { klingVideoV3StandardImageToVideo } from "./kling-video-v3-standard-image-to-video";
import { klingVideoV3StandardTextToVideo } from "./kling-video-v3-standard-text-to-video";
import { klingVideoV26ProMotionControl } from "./kling-video-v26-pro-motion-control";
import { kolorsVirtualTryOn } from "./kolors-virtual-try-on";
import { ltx23FastTextToVideo } from "./ltx-23-fast-text-to-video";
import { ltx23ImageToVideo } from "./ltx-23-image-to-video";
import { ltx23TextToVideo } from "./ltx-23-text-to-video";
import { lumaRay2 } from "./luma-ray-2";
import { meshyV6TextTo3d } from "./meshy-v6-text-to-3d";
import { minimaxHailuo23ProImageToVideo } from "./minimax-hailuo-2-3-pro-image-to-video";
import { minimaxHailuo02StandardTextToVideo } from "./minimax-hailuo-02-standard-text-to-video";
import { minimaxMusicV2 } from "./minimax-music-v2";
import { minimaxSpeech26Turbo } from "./minimax-speech-2-6-turbo";
import { minimaxSpeech26Hd } from "./minimax-speech-26-hd";
import { nanoBanana } from "./nano-banana";
import { nanoBanana2 } from "./nano-banana-2";
import { nanoBanana2Edit } from "./nano-banana-2-edit";
import { nanoBananaEdit } from "./nano-banana-edit";
import { nanoBananaPro } from "./nano-banana-pro";
import { nanoBananaProEdit } from "./nano-banana-pro-edit";
import { omnihumanV15 } from "./omnihuman-v1-5";
import { pixverseLipsync } from "./pixverse-lipsync";
import { pixverseV5TextToVideo } from "./pixverse-v5-text-to-video";
import { qwenImage } from "./qwen-image";
import { qwenImage2ProEdit } from "./qwen-image-2-pro-edit";
import { qwenImageEdit } from "./qwen-image-edit";
import { qwenImageLoraTraining } from "./qwen-image-lora-training";
import { recraftV3 } from "./recraft-v3";
import { reveEdit } from "./reve-edit";
import { reveTextToImage } from "./reve-text-to-image";
import { seedance2ImageToVideo } from "./seedance-2-image-to-video";
import { seedance2TextToVideo } from "./seedance-2-text-to-video";
import { seedreamV45TextToImage } from "./seedream-v45-text-to-image";
import { sora2ImageToVideoPro } from "./sora-2-image-to-video-pro";
import { sora2TextToVideo } from "./sora-2-text-to-video";
import { sora2TextToVideoPro } from "./sora-2-text-to-video-pro";
import { sora2ImageToVideo } from "./sora2-image-to-video";
import { stableAudio25 } from "./stable-audio-25";
import { syncLipsyncV2 } from "./sync-lipsync-v2";
import { syncLipsyncV2Pro } from "./sync-lipsync-v2-pro";
import { topazUpscaleVideo } from "./topaz-upscale-video";
import { trellis } from "./trellis";
import { tripoV25ImageTo3d } from "./tripo-v2-5-image-to-3d";
import { veedFabric10 } from "./veed-fabric-1-0";
import { veedLipsync } from "./veed-lipsync";
import { veo3 } from "./veo3";
import { veo31 } from "./veo31";
import { veo31ExtendVideo } from "./veo31-extend-video";
import { veo31Fast } from "./veo31-fast";
import { veo31FastImageToVideo } from "./veo31-fast-image-to-video";
import { veo31FirstLastFrameToVideo } from "./veo31-first-last-frame-to-video";
import { veo31ImageToVideo } from "./veo31-image-to-video";
import { veo31Lite } from "./veo31-lite";
import { veo31ReferenceToVideo } from "./veo31-reference-to-video";
import { wan25PreviewImageToVideo } from "./wan-25-preview-image-to-video";
import { wan25PreviewTextToVideo } from "./wan-25-preview-text-to-video";
import { wan26ImageToVideo } from "./wan-26-image-to-video";
import { wan26TextToVideo } from "./wan-26-text-to-video";
import { wanProImageToVideo } from "./wan-pro-image-to-video";
import { zImageTurbo } from "./z-image-turbo";

/** Every model at this provider. A new one is one import and one line. */
export const falModels = [
  anyLlm,
  beatovenMusicGeneration,
  beatovenSoundEffectGeneration,
  briaBackgroundRemove,
  bytedanceSeedanceV15ProImageToVideo,
  bytedanceSeedanceV15ProTextToVideo,
  bytedanceSeedanceV1ProImageToVideo,
  bytedanceSeedanceV1ProTextToVideo,
  bytedanceSeedreamV45Edit,
  bytedanceSeedreamV5LiteEdit,
  chatterboxTextToSpeech,
  chatterboxTtsTurbo,
  clarityUpscaler,
  creatifyLipsync,
  crystalUpscaler,
  elevenlabsMusic,
  elevenlabsSoundEffectsV2,
  elevenlabsSpeechToText,
  elevenlabsTextToDialogue,
  elevenlabsTtsElevenV3,
  elevenlabsTtsTurboV25,
  florence2Caption,
  flux2,
  flux2Edit,
  flux2Flex,
  flux2Klein,
  flux2Max,
  flux2Pro,
  flux2ProEdit,
  fluxKontextMax,
  fluxLora,
  fluxLoraTraining,
  fluxProKontext,
  fluxProUltra,
  gemini25FlashImage,
  gemini25FlashImageEdit,
  gptImage15,
  gptImage1EditImage,
  gptImage1Mini,
  gptImage15Edit,
  grokImagineVideoExtendVideo,
  grokImagineVideoReferenceToVideo,
  hunyuan3dV21,
  ideogramCharacter,
  ideogramCharacterEdit,
  ideogramV2,
  ideogramV3,
  imagen4Preview,
  imagen4PreviewFast,
  imagen4Ultra,
  infinitalk,
  klingMotionControl,
  klingVideoAiAvatarV2Pro,
  klingVideoAiAvatarV2Standard,
  klingVideoO1ReferenceToVideo,
  klingVideoO3StandardImageToVideo,
  klingVideoV25TurboProImageToVideo,
  klingVideoV25TurboProTextToVideo,
  klingVideoV26ProImageToVideo,
  klingVideoV26ProMotionControl,
  klingVideoV3ProImageToVideo,
  klingVideoV3ProTextToVideo,
  klingVideoV3StandardImageToVideo,
  klingVideoV3StandardTextToVideo,
  kolorsVirtualTryOn,
  ltx23FastTextToVideo,
  ltx23ImageToVideo,
  ltx23TextToVideo,
  lumaRay2,
  meshyV6TextTo3d,
  minimaxHailuo02StandardTextToVideo,
  minimaxHailuo23ProImageToVideo,
  minimaxMusicV2,
  minimaxSpeech26Turbo,
  minimaxSpeech26Hd,
  nanoBanana,
  nanoBanana2,
  nanoBanana2Edit,
  nanoBananaEdit,
  nanoBananaPro,
  nanoBananaProEdit,
  omnihumanV15,
  pixverseLipsync,
  pixverseV5TextToVideo,
  qwenImage,
  qwenImage2ProEdit,
  qwenImageEdit,
  qwenImageLoraTraining,
  recraftV3,
  reveEdit,
  reveTextToImage,
  seedance2ImageToVideo,
  seedance2TextToVideo,
  seedreamV45TextToImage,
  sora2ImageToVideoPro,
  sora2TextToVideo,
  sora2TextToVideoPro,
  sora2ImageToVideo,
  stableAudio25,
  syncLipsyncV2,
  syncLipsyncV2Pro,
  topazUpscaleVideo,
  trellis,
  tripoV25ImageTo3d,
  veedFabric10,
  veedLipsync,
  veo3,
  veo31,
  veo31ExtendVideo,
  veo31Fast,
  veo31FastImageToVideo,
  veo31FirstLastFrameToVideo,
  veo31ImageToVideo,
  veo31Lite,
  veo31ReferenceToVideo,
  wan25PreviewImageToVideo,
  wan25PreviewTextToVideo,
  wan26ImageToVideo,
  wan26TextToVideo,
  wanProImageToVideo,
  zImageTurbo,
];
